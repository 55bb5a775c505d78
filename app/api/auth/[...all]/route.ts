import { authentication } from '@/app/_server/authentication';
import { signInWindow } from '@/app/_server/sign-in-limit';

/** What of better-auth is reachable; the rest is done by our own pages and actions. */
const open = ['sign-in/email', 'sign-out'];
const largestBody = 4096;

export async function POST(
  request: Request,
  { params }: RouteContext<'/api/auth/[...all]'>,
): Promise<Response> {
  if (!open.includes((await params).all.join('/'))) {
    return Response.json({ message: 'There is nothing here.' }, { status: 404 });
  }
  if (!hasSmallBody(request.headers)) {
    return Response.json({ message: 'The request is too large.' }, { status: 413 });
  }
  const answer = await authentication().handler(request);
  if (answer.status === 429) answer.headers.set('Retry-After', String(signInWindow));
  if (!answer.ok) return answer;
  // The answer also holds the session's token, which scripts are not to have.
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 204, headers });
}

// Without a length a body comes in chunks, of which nobody knows how many.
function hasSmallBody(headers: Headers): boolean {
  const length = headers.get('content-length');
  return length === null ? !headers.has('transfer-encoding') : Number(length) <= largestBody;
}
