import { Refusal } from '@/app/_server/refusal';
import { bodyOf } from '@/app/_server/request-body';
import { route } from '@/app/_server/route';
import { lookAt } from '../file-look';
import { findingsHref } from '../findings';

/** Bytes; an export of a million deployments has some 400 MB. */
const largestExport = 4 * 1024 ** 3;

/** Reads a file as the request's body and answers the address that judges it. Keeps nothing of it. */
export const POST = route(
  'register:read',
  async (request) => {
    const body = bodyOf(request, largestExport, 'No export of this register is that large.');
    const findings = await lookAt(fileName(request.headers), body);
    if (!findings.look?.bytes) throw new Refusal('invalid', 'The file is empty.');
    return Response.json({ href: findingsHref(findings) });
  },
  'upload',
);

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
