import type { Actor } from '@/app/_server/actor';
import { findAlike, findIssued, type Receipt } from '../data';
import type { Findings } from './findings';

/** What the register says of a file. */
export type Verdict =
  /** These very bytes: their receipts, and when they were issued to people that one may not know. */
  | { kind: 'issued'; receipts: Receipt[]; others: string[] }
  /** Not these bytes, but perhaps one of these exports once. */
  | { kind: 'changed'; alike: Receipt[] }
  | { kind: 'unknown' };

export async function judge(actor: Actor, { sha256, look }: Findings): Promise<Verdict> {
  const issued = await findIssued(actor, sha256);
  if (issued.receipts.length + issued.others.length > 0) return { kind: 'issued', ...issued };
  if (!look) return { kind: 'unknown' };
  const { name, columns, rows, bytes } = look;
  const alike = await findAlike(actor, { name, columns, rowCount: rows, byteCount: bytes });
  return alike.length > 0 ? { kind: 'changed', alike } : { kind: 'unknown' };
}
