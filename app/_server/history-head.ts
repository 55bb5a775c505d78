import type { ClientBase, Pool } from 'pg';
import { noHash, type SignedHead, signHead } from '@/app/_domain/history-head';
import { keptHistoryKey } from '@/prisma/history-key';
import type { Transaction } from './database';
import { environment } from './environment';

/** What the database says of the newest event that is sure to stay. */
interface Head {
  seq: string;
  hash: string;
}

const headSql = `select seq::text as seq, encode(hash, 'hex') as hash from history_head()`;

/**
 * The head of the history, signed with the key that is kept outside of the database. It covers what
 * was committed before the transaction's own changes, which may still be rolled back.
 */
export async function signedHead(source: Pool | ClientBase | Transaction): Promise<SignedHead> {
  const rows =
    'query' in source
      ? (await source.query<Head>(headSql)).rows
      : await source.$queryRawUnsafe<Head[]>(headSql);
  const { seq, hash } = rows[0] ?? { seq: '0', hash: noHash };
  return signHead({ seq, hash, at: new Date().toISOString() }, historyKey());
}

let key: string | undefined;

function historyKey(): string {
  key ??= keptHistoryKey(environment('HISTORY_KEY_FILE'));
  return key;
}
