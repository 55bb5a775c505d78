import { Refusal } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { largestFile } from '../limits';
import { receiveFile } from './receive';

/** Takes in a CSV file as the request's body, its name percent-encoded in X-File-Name. */
export const POST = route('import:run', async (request, actor) => {
  if (!request.body) throw new Refusal('invalid', 'The file is empty. Nothing was taken in.');
  if (Number(request.headers.get('content-length') ?? 0) > largestFile) {
    throw new Refusal('invalid', 'The file has more than 2 GB. Split it. Nothing was taken in.');
  }
  const { id } = await receiveFile(actor, fileName(request.headers), request.body);
  return Response.json({ id, href: `/imports/${id}` }, { status: 201 });
});

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
