import type { Actor } from '@/app/_server/actor';
import { notFound } from '@/app/_server/refusal';
import { findReceipt, type Receipt } from '../data';

/** The receipt of a route's address. @throws Refusal where there is none that the actor may see. */
export async function receiptOf(actor: Actor, params: Promise<{ id: string }>): Promise<Receipt> {
  const receipt = await findReceipt(actor, (await params).id);
  if (!receipt) throw notFound('receipt');
  return receipt;
}

/** A JSON document as a file to keep, in words that a person can read. */
export function jsonFile(name: string, type: string, document: unknown): Response {
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
