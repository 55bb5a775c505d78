import { largestUpload } from '@/app/_server/environment';
import { Refusal } from '@/app/_server/refusal';
import { bodyOf } from '@/app/_server/request-body';
import { route } from '@/app/_server/route';
import { fileSize } from '@/components/file-size';
import { receiveFile } from './receive';

/** Takes in a CSV file as the request's body, its name percent-encoded in X-File-Name. */
export const POST = route(
  'import:run',
  async (request, actor) => {
    const most = largestUpload();
    const tooLarge = `The file has more than ${fileSize(most)}. Split it. Nothing was taken in.`;
    const body = bodyOf(request, most, tooLarge);
    const { id } = await receiveFile(actor, fileName(request.headers), body);
    return Response.json({ id, href: `/imports/${id}` }, { status: 201 });
  },
  'upload',
);

/** Its last 200 characters at most, as it is only shown. */
function fileName(headers: Headers): string {
  let name: string;
  try {
    name = decodeURIComponent(headers.get('x-file-name') ?? '');
  } catch {
    throw new Refusal('invalid', 'The file name cannot be read. Rename the file.');
  }
  const shown = name.replace(/\p{Cc}/gu, '').trim();
  if (shown === '') throw new Refusal('invalid', 'The file has no name. Nothing was taken in.');
  return shown.slice(-200);
}
