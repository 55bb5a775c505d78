import { authentication } from '@/app/_server/authentication';
import { signInWindow } from '@/app/_server/sign-in-limit';
import { providerId } from '@/app/_server/single-sign-on';

/** What of better-auth is reachable; the rest is done by our own pages and actions. */
const open = {
  GET: [`callback/${providerId}`],
  POST: ['sign-in/email', 'sign-in/passkey', 'sign-in/social', 'sign-out'],
} as const;
const largestBody = 4096;

type Context = RouteContext<'/api/auth/[...all]'>;

async function isOpen(method: keyof typeof open, { params }: Context): Promise<boolean> {
  const path = (await params).all.join('/');
  return open[method].some((known) => known === path);
}

function nothingHere(): Response {
  return Response.json({ message: 'There is nothing here.' }, { status: 404 });
}

/** Where the provider of single sign-on sends the browser back to. */
export async function GET(request: Request, context: Context): Promise<Response> {
  if (!(await isOpen('GET', context))) return nothingHere();
  return authentication().handler(request);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!(await isOpen('POST', context))) return nothingHere();
  if (!hasSmallBody(request.headers)) {
    return Response.json({ message: 'The request is too large.' }, { status: 413 });
  }
  const answer = await authentication().handler(request);
  if (answer.status === 429) answer.headers.set('Retry-After', String(signInWindow));
  if (!answer.ok) return answer;
  // The answer also holds the session's token, which scripts are not to have; but where the provider
  // has a part in it, the address to go on to.
  const { url } = (await answer.json()) as { url?: string };
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return url ? Response.json({ url }, { headers }) : new Response(null, { status: 204, headers });
}

// Without a length a body comes in chunks, of which nobody knows how many.
function hasSmallBody(headers: Headers): boolean {
  const length = headers.get('content-length');
  return length === null ? !headers.has('transfer-encoding') : Number(length) <= largestBody;
}
