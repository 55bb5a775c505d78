import { notFound } from 'next/navigation';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { Actor } from '@/app/_server/actor';
import { Refusal } from '@/app/_server/refusal';
import { findImport, type ImportBatch } from '../data';

/** For pages: the import of the address, or the page that says that there is none. */
export async function importOf(actor: Actor, id: string): Promise<ImportBatch> {
  if (!uuidPattern.test(id)) notFound();
  try {
    return await findImport(actor, id);
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not_found') notFound();
    throw error;
  }
}
