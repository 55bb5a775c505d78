import { POST } from '@/app/api/auth/[...all]/route';

process.env.BASE_URL = 'http://127.0.0.1:3000';
process.env.BETTER_AUTH_SECRET = 'a secret for tests, of more than 32 characters';

/** Posts to better-auth as a browser on our own page does; `headers` say what differs. */
export function postToAuthentication(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = JSON.stringify(body);
  const request = new Request(`http://127.0.0.1:3000/api/auth/${path}`, {
    method: 'POST',
    body: text,
    headers: {
      host: '127.0.0.1:3000',
      origin: 'http://127.0.0.1:3000',
      'content-type': 'application/json',
      'content-length': String(text.length),
      'x-forwarded-for': '192.0.2.7',
      ...headers,
    },
  });
  return POST(request, { params: Promise.resolve({ all: path.split('/') }) });
}

export function signInAs(email: string, password: string, headers?: Record<string, string>) {
  return postToAuthentication('sign-in/email', { email, password }, headers);
}

/** The cookie of a session, as a browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
