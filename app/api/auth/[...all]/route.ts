import { authentication } from '@/app/_server/authentication';

/** What of better-auth is reachable; the rest is done by our own pages and actions. */
const posts = ['sign-in/email', 'sign-out'];
const gets = ['get-session'];
const largestBody = 4096;

type Context = RouteContext<'/api/auth/[...all]'>;

async function isOpen(open: readonly string[], { params }: Context): Promise<boolean> {
  return open.includes((await params).all.join('/'));
}

const nothingHere = () => Response.json({ message: 'There is nothing here.' }, { status: 404 });

export async function GET(request: Request, context: Context): Promise<Response> {
  return (await isOpen(gets, context)) ? authentication().handler(request) : nothingHere();
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!(await isOpen(posts, context))) return nothingHere();
  const length = request.headers.get('content-length');
  if (length === null || Number(length) > largestBody) {
    return Response.json({ message: 'The request is too large.' }, { status: 413 });
  }
  return authentication().handler(request);
}
