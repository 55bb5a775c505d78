import { Refusal } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { lookAt } from '../file-look';
import { findingsHref } from '../findings';

/** Reads a file as the request's body and answers the address that judges it. Keeps nothing of it. */
export const POST = route('register:read', async (request) => {
  if (!request.body) throw new Refusal('invalid', 'The file is empty.');
  const findings = await lookAt(fileName(request.headers), request.body);
  return Response.json({ href: findingsHref(findings) });
});

/** Without what a browser adds to the name of a second download; '' where it cannot be read. */
function fileName(headers: Headers): string {
  try {
    const name = decodeURIComponent(headers.get('x-file-name') ?? '');
    return name
      .replace(/\p{Cc}/gu, '')
      .replace(/ ?\(\d+\)(?=\.csv$)/i, '')
      .slice(-200);
  } catch {
    return '';
  }
}
