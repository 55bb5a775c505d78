import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Person {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
  groups: string[];
}

export interface TestProvider {
  issuer: string;
  /** Who signs in at the provider whenever it asks. */
  person: Person;
  /** How often it has asked since. */
  asked: number;
  /** Takes the browser's part: goes where it is sent until that is outside of the provider. */
  visit(address: string): Promise<string>;
  /** Takes another browser, which nobody has signed in with. */
  startAfresh(): void;
  close(): Promise<void>;
}

export const client = { id: 'register', secret: 'a secret of the client, for tests' };

/** A real provider of OpenID Connect on this machine, in which everybody signs in at once. */
export async function startProvider(baseUrl: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jar = new Map<string, string>();
  const started: TestProvider = {
    issuer,
    person: { sub: '', email: '', email_verified: true, name: '', groups: [] },
    asked: 0,
    visit: (address) => visit(jar, issuer, address),
    startAfresh: () => jar.clear(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${baseUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${baseUrl}/sign-in`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['for tests'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ ...started.person, sub }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) {
      void interact(provider, started, request, response);
    } else void answer(request, response);
  });
  return started;
}

async function interact(
  provider: Provider,
  started: TestProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, session, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    started.asked += 1;
    await provider.interactionFinished(request, response, {
      login: { accountId: started.person.sub },
    });
    return;
  }
  const grant = new provider.Grant({
    accountId: session?.accountId as string,
    clientId: params.client_id as string,
  });
  grant.addOIDCScope(String(params.scope));
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}

async function visit(jar: Map<string, string>, issuer: string, start: string): Promise<string> {
  let address = start;
  let form: URLSearchParams | undefined;
  for (let hops = 0; hops < 12; hops++) {
    const response: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    form = undefined;
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const next = response.headers.get('location');
    if (next) {
      address = new URL(next, address).href;
      if (!address.startsWith(issuer)) return address;
      continue;
    }
    // It asks whether to sign out there too.
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1];
    if (!action || !secret) throw new Error(`The provider says ${response.status}: ${page}`);
    address = action;
    form = new URLSearchParams({ xsrf: secret, logout: 'yes' });
  }
  throw new Error('The provider goes round in circles.');
}
