import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSigned } from '@/app/_domain/history-head';
import type { Actor } from './actor';
import { actingFor, connectAs, pool, readAs } from './database';
import { recordAct } from './history-act';
import { signedHead } from './history-head';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';

let register: TestRegister;
let reader: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  reader = await register.person('Uma', ['risk_officer'], { rank: 0 });
});

afterAll(() => register.close());

async function newestEvent() {
  const { rows } = await register.owner.query<{ seq: string; hash: string; register: string }>(
    `select seq, encode(hash, 'hex') as hash,
       (select encode(hash, 'hex') from register_digest order by at desc limit 1) as register
     from history_event order by seq desc limit 1`,
  );
  return rows[0];
}

describe('the signed head', () => {
  it('is the newest event, also for who may not see it', async () => {
    await insertSmallRegister(register.owner);
    const newest = await newestEvent();
    expect(newest?.register).toBeTruthy();
    for (const head of [
      await signedHead(pool()),
      await readAs(reader, signedHead),
      await connectAs(actingFor(reader), signedHead),
    ]) {
      expect(head).toMatchObject({ ...newest });
      expect(isSigned(head)).toBe(true);
    }
  });

  it('leaves out what its own transaction may still roll back', async () => {
    const newest = await newestEvent();
    await readAs(reader, async (transaction) => {
      for (const entityId of ['1', '2']) {
        await recordAct(transaction, { action: 'look', entity: 'test', entityId, detail: {} });
      }
      expect(await signedHead(transaction)).toMatchObject({ seq: newest?.seq });
    });
    expect((await signedHead(pool())).seq).toBe(String(Number(newest?.seq) + 2));
  });

  it('is signed by one key, which its owner alone can read', async () => {
    const [first, second] = [await signedHead(pool()), await signedHead(pool())];
    expect(first.keyId).toBe(second.keyId);
    expect(statSync(process.env.HISTORY_KEY_FILE ?? '').mode & 0o777).toBe(0o600);
  });
});
