import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, type Page, type Person, password, test } from './fixtures';

// What it takes a served register to try: raw requests, and a browser that would run a script.
// Attacks on single actions and routes are in app/attacks.db.test.ts.

let base: URL;
test.beforeAll(({ baseURL }) => {
  base = new URL(baseURL ?? '');
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks for exactly this path, which a browser would tidy first. */
async function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  const sent = request({ host: base.hostname, port: base.port, method, path, headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of answer) text += piece;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

const own = () => ({ origin: base.origin, host: base.host, 'content-type': 'application/json' });

/** The cookie of a new session. */
async function cookieOf(person: Person): Promise<string> {
  const body = JSON.stringify({ email: `${person}@example.test`, password });
  const headers = { ...own(), 'content-length': String(body.length) };
  const answer = await ask('/api/auth/sign-in/email', { method: 'POST', headers, body });
  expect(answer.status).toBe(204);
  return [answer.headers['set-cookie']]
    .flat()
    .map((cookie) => cookie?.split(';')[0])
    .join('; ');
}

/** How often the history tells of `what` among its newest refusals. */
async function refusals(auditor: string, what: string): Promise<number> {
  const { text } = await ask('/history?action=refused', { headers: { cookie: auditor } });
  return text.replaceAll(/<script.*?<\/script>/gs, '').split(what).length - 1;
}

const anyId = '00000000-0000-4000-8000-000000000000';

/** Every address that there is, by the files that make them. */
function addresses(kind: 'page.tsx' | 'route.ts'): string[] {
  return globSync(`app/**/${kind}`, { cwd: join(import.meta.dirname, '..') })
    .map((file) => `/${dirname(file).split('/').slice(1).join('/')}`)
    .map((path) => path.replace('/[...all]', '/sign-out').replaceAll(/\[\w+\]/g, anyId));
}

test('every answer carries the headers that keep it where it belongs', async () => {
  const cookie = await cookieOf('auditor');
  const page = await ask('/register', { headers: { cookie } });
  const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(page.text) ?? [];
  const [style = ''] = /\/_next\/static\/[^"]+\.css/.exec(page.text) ?? [];
  const files = [
    script,
    style,
    '/icon.svg',
    '/there-is-no-such-page',
    '/_next/static/none.js',
    '/%',
  ];
  const asked: [string, string][] = [
    ...[...addresses('page.tsx'), ...files].map((path): [string, string] => ['GET', path]),
    // Without a body, so that nothing is exported.
    ...addresses('route.ts').map((path): [string, string] => ['HEAD', path]),
    ['GET', '/register/export.csv?country=Atlantis'],
    ['GET', '/api/register'],
  ];
  expect(asked.length).toBeGreaterThan(70);
  for (const [method, path] of asked) {
    const { headers, text, status } = await ask(path, { method, headers: { cookie } });
    const what = `${method} ${path} ${status}`;
    expect(headers, what).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const policy = String(headers['content-security-policy']);
    expect(policy, what).toContain("frame-ancestors 'none'");
    const isPage = headers['content-type']?.includes('text/html');
    if (!isPage) expect(policy, what).toContain('sandbox');
    // Every script of a page has its nonce, or the browser would not run it.
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    for (const [tag] of isPage ? text.matchAll(/<script[^>]*>/g) : []) {
      expect(tag, what).toContain(`nonce="${nonce}"`);
    }
    expect(headers['x-powered-by'], what).toBeUndefined();
  }
});

test('a session that is forged, or taken up again after its end, is none, and told', async () => {
  const auditor = await cookieOf('auditor');
  const before = await refusals(auditor, 'Unknown session');
  const officer = await cookieOf('officer');
  const [name, value = ''] = officer.split('=');
  const other = value.startsWith('a') ? `b${value.slice(1)}` : `a${value.slice(1)}`;
  for (const forged of [
    `${name}=${other}`,
    `${name}=${value.replace(/\..*/, '')}.${'A'.repeat(43)}%3D`,
  ]) {
    expect((await ask('/api/register', { headers: { cookie: forged } })).status).toBe(401);
  }
  const headers = { ...own(), cookie: officer, 'content-length': '2' };
  expect((await ask('/api/register', { headers: { cookie: officer } })).status).toBe(200);
  expect((await ask('/api/auth/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(
    204,
  );
  expect((await ask('/api/register', { headers: { cookie: officer } })).status).toBe(401);
  expect(await refusals(auditor, 'Unknown session')).toBeGreaterThanOrEqual(before + 3);
});

test('nothing that another site sends is carried out, at any address', async () => {
  const cookie = await cookieOf('admin');
  const auditor = await cookieOf('auditor');
  const all = [...addresses('page.tsx'), ...addresses('route.ts')];
  for (const path of all) {
    for (const foreign of [
      ['origin', 'http://elsewhere.test'],
      ['sec-fetch-site', 'same-site'],
    ] as const) {
      const headers = { cookie, 'next-action': `40${'0'.repeat(40)}`, [foreign[0]]: foreign[1] };
      const { status, text } = await ask(path, { method: 'POST', headers, body: '[]' });
      expect([status, text], path).toEqual([
        403,
        expect.stringContaining('came from another site'),
      ]);
    }
  }
  expect(await refusals(auditor, 'Cross site')).toBeGreaterThan(0);
});

test('an action that is sent again from elsewhere, or with too much, changes nothing', async ({
  as,
}) => {
  const page = await as('steward');
  await page.goto('/organisations/new');
  const name = `Replayed ${randomUUID()}`;
  await page.getByLabel(/^Name/).fill(name);
  const sending = page.waitForRequest((sent) => 'next-action' in sent.headers());
  await page.route('**/organisations/new', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Add organisation' }).click();
  const sent = await sending;
  const { cookie = '', ...headers } = await sent.allHeaders();
  const again = (changes: Record<string, string>, body = sent.postData() ?? '') => {
    const kept = Object.entries({ ...headers, cookie, ...changes }).filter(
      ([header]) => !header.startsWith(':') && header !== 'content-length',
    );
    return ask('/organisations/new', { method: 'POST', headers: Object.fromEntries(kept), body });
  };
  expect((await again({ origin: 'http://elsewhere.test' })).status).toBe(403);
  expect((await again({ cookie: '' })).text).toContain('signed out');
  const padded = (sent.postData() ?? '').replace(name, `${name}${' '.repeat(1_100_000)}`);
  expect((await again({}, padded)).status).toBeGreaterThanOrEqual(400);
  await page.goto(`/organisations?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('main')).toContainText('0 organisations');
});

test('no path leads out of what is served, and no answer to another site', async () => {
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/_next/static/..%2f..%2f..%2fpackage.json',
    '/_next/static/../../package.json',
    '/_next/image?url=%2F..%2Fpackage.json&w=64&q=75',
    '/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75',
  ]) {
    const { status, text } = await ask(path);
    expect(status, path).toBeGreaterThanOrEqual(300);
    expect(text, path).not.toContain('"dependencies"');
  }
  const cookie = await cookieOf('auditor');
  for (const path of [
    '//elsewhere.test',
    '//elsewhere.test/%2e%2e',
    '/\\elsewhere.test',
    '/%5celsewhere.test/',
    '/sign-in?next=//elsewhere.test',
    '/sign-in?next=/%5c/elsewhere.test',
    '/sign-in?next=https:elsewhere.test',
    '/sign-in?next=%0d%0aSet-Cookie:%20forged=1',
    '/%0d%0aSet-Cookie:%20forged=1/',
  ]) {
    const headers = { cookie, host: base.host, 'x-forwarded-host': 'elsewhere.test' };
    const answer = await ask(path, { headers });
    const location = String(answer.headers.location ?? '/');
    expect(new URL(location, base).host, `${path} → ${location}`).toBe(base.host);
    expect(String(answer.headers['set-cookie'] ?? ''), path).not.toContain('forged');
  }
});

test('two lengths in one request are no request', async () => {
  const socket = connect(Number(base.port), base.hostname);
  socket.write(
    'POST /api/auth/sign-out HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /register HTTP/1.1\r\nHost: a\r\n\r\n',
  );
  let answer = '';
  for await (const piece of socket) answer += piece;
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('a line of 2 GB is refused long before it is there', async () => {
  const cookie = await cookieOf('steward');
  const headers = { ...own(), cookie, 'x-file-name': 'bomb.csv', 'transfer-encoding': 'chunked' };
  const sent = request({
    ...{ host: base.hostname, port: base.port, path: '/imports/upload' },
    ...{ method: 'POST', headers },
  });
  // The server stops listening once it has refused.
  sent.on('error', () => undefined);
  let answer: IncomingMessage | undefined;
  const answering = once(sent, 'response').then(([response]) => {
    answer = response as IncomingMessage;
  });
  const piece = Buffer.alloc(1024 ** 2, 'x');
  let bytes = 0;
  for (; !answer && bytes < 2 * 1024 ** 3; bytes += piece.length) {
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), answering]);
    await setImmediate();
  }
  await answering;
  expect(answer?.statusCode).toBe(400);
  expect(bytes).toBeLessThan(64 * 1024 ** 2);
  sent.destroy();
});

/** Would run wherever text is taken for markup: as an element, in an attribute, or as an address. */
const script = (mark: string) =>
  `${mark}"'><img src=x onerror=alert(1)><script>alert(2)</script>{{alert(3)}}`;

function failOnDialog(page: Page): void {
  page.on('dialog', (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
}

test('a script in every text of an inventory is text on every page that shows it', async ({
  as,
}) => {
  test.slow();
  const steward = await as('steward');
  const auditor = await as('auditor');
  for (const page of [steward, auditor]) failOnDialog(page);
  const mark = `Mark${randomUUID().slice(0, 8)}`;
  const cell = `"${script(mark).replaceAll('"', '""')}"`;
  await steward.goto('/imports/new');
  await steward.locator('input[type=file]').setInputFiles({
    name: `${script(mark).replaceAll('/', '')}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'supplier,supplier_aliases,country_of_origin,origin_source,product,product_category,organisation,system,system_owner,classification,version,owner',
        `${cell},${cell},Germany,${cell},${cell},network,${cell},${cell},${cell},OFFICIAL,${cell},${cell}`,
      ].join('\r\n'),
    ),
  });
  await steward.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  const importPage = steward.url();
  await steward.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await expect(steward.getByRole('heading', { name: 'What it would change' })).toBeVisible({
    timeout: 30_000,
  });
  await steward.getByRole('button', { name: 'Apply to the register' }).click();
  await expect(steward.getByRole('heading', { name: 'What it changed' })).toBeVisible({
    timeout: 30_000,
  });
  for (const list of ['/suppliers', '/products', '/systems', '/organisations', '/register']) {
    await steward.goto(`${list}?q=${encodeURIComponent(mark)}`);
    const row = steward.getByRole('table').getByRole('row').nth(1);
    await expect(row).toContainText(script(mark));
    await row.getByRole('link').first().click();
    await expect(steward.getByRole('heading', { level: 1 })).toContainText(mark);
    await expect(steward.getByRole('region', { name: 'History' })).toContainText(mark);
  }
  await auditor.goto('/history');
  await expect(auditor.getByRole('table')).toContainText(script(mark));
  await steward.goto(`${importPage}/undo`);
  await steward.getByRole('button', { name: /^Undo/ }).click();
  await expect(steward.getByText(/undone/i).first()).toBeVisible({ timeout: 30_000 });
});

test('a script in an address is text on the page that refuses it', async ({ as }) => {
  const page = await as('auditor');
  failOnDialog(page);
  const sent = encodeURIComponent(script('Mark'));
  for (const path of [
    `/register?q=${sent}`,
    `/register?country=${sent}`,
    `/register?${sent}=1`,
    `/register?sort=${sent}`,
    `/history?entity=${sent}`,
    `/suppliers/${sent}`,
    `/receipts/verify?name=${sent}&sha256=${sent}`,
    `/advisories/what-if?rules=${sent}`,
    `/${sent}`,
    '/sign-in?next=javascript:alert(1)',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
