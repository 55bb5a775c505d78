import type { ClientBase, Pool } from 'pg';
import { keyIdOf, noHash, type SignedHead, signHead } from '@/app/_domain/history-head';
import { keptHistoryKey } from '@/prisma/history-key';
import type { Transaction } from './database';
import { environment } from './environment';

/** What is sure to stay, as the database says; nulls before there is anything. */
interface Head {
  seq: string | null;
  hash: string | null;
  register: string | null;
}

const headSql = `select seq::text, encode(hash, 'hex') as hash, encode(register, 'hex') as register from history_head()`;

/**
 * The head of the history, signed with the key that is kept outside of the database. It covers what
 * was committed before the transaction's own changes, which may still be rolled back.
 */
export async function signedHead(source: Pool | ClientBase | Transaction): Promise<SignedHead> {
  const rows =
    'query' in source
      ? (await source.query<Head>(headSql)).rows
      : await source.$queryRawUnsafe<Head[]>(headSql);
  const { seq, hash, register } = rows[0] ?? {};
  const at = new Date().toISOString();
  return signHead(
    { seq: seq ?? '0', hash: hash ?? noHash, register: register ?? noHash, at },
    historyKey(),
  );
}

/** The public half of the key, by which whoever knows it checks a head. */
export function ownKeyId(): string {
  return keyIdOf(historyKey());
}

let key: string | undefined;

function historyKey(): string {
  key ??= keptHistoryKey(environment('HISTORY_KEY_FILE'));
  return key;
}
