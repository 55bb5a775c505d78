import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { returnedValue, serverActionId } from './server-actions.ts';

type Send = {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | AsyncIterable<Buffer>;
};

/** A person signed in over HTTP, as a browser is, on as many connections as are asked for at once. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  readonly baseUrl: string;
  cookie = '';

  private constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  static async signedIn(baseUrl: string, email: string, password: string): Promise<Client> {
    const client = new Client(baseUrl);
    const answer = await client.send('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    await buffer(answer);
    if (answer.statusCode !== 204) throw new Error(`${email} cannot sign in: ${answer.statusCode}`);
    const cookies = answer.headers['set-cookie'] ?? [];
    client.cookie = cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
    return client;
  }

  /** The same person's session at another instance of the register. */
  at(baseUrl: string): Client {
    const other = new Client(baseUrl);
    other.cookie = this.cookie;
    return other;
  }

  /** Resolves with the head of the answer; the body is still to be read. */
  send(path: string, { method = 'GET', headers = {}, body }: Send = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.baseUrl), {
        method,
        agent: this.#agent,
        headers: {
          ...(this.cookie && { cookie: this.cookie }),
          ...(method === 'POST' && { origin: this.baseUrl }),
          ...headers,
        },
      });
      sent.once('response', resolve).once('error', reject);
      if (body === undefined || typeof body === 'string') sent.end(body);
      else void writeAll(sent, body).catch(reject);
    });
  }

  /** The whole body as text. @throws Error unless the answer is 2xx */
  async text(path: string, send?: Send): Promise<string> {
    const answer = await this.send(path, send);
    const text = (await buffer(answer)).toString();
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) {
      throw new Error(`${send?.method ?? 'GET'} ${path}: ${status} ${text.slice(0, 500)}`);
    }
    return text;
  }

  async json<Value>(path: string, send?: Send): Promise<Value> {
    return JSON.parse(await this.text(path, send)) as Value;
  }

  /**
   * Calls a server action as its page does.
   * @param action `app/systems/actions.ts#changeSystem`
   * @param page the address of a page that offers it
   * @throws Error with the register's message when it refuses
   */
  async act<Value>(action: string, page: string, input: unknown): Promise<Value> {
    const [file = '', name = ''] = action.split('#');
    const answer = await this.text(page, {
      method: 'POST',
      headers: {
        'next-action': serverActionId(file, name),
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
      body: JSON.stringify([input]),
    });
    const outcome = returnedValue(answer) as { ok: boolean; message?: string; value: Value };
    if (!outcome.ok) throw new Error(`${name}: ${outcome.message} ${JSON.stringify(outcome)}`);
    return outcome.value;
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function writeAll(
  sent: ReturnType<typeof request>,
  body: AsyncIterable<Buffer>,
): Promise<void> {
  for await (const piece of body) {
    if (!sent.write(piece)) await new Promise((resolve) => sent.once('drain', resolve));
  }
  sent.end();
}
