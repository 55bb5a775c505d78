import type { z } from 'zod';
import type { AdvisoryStatus } from '@/app/_domain/advisory';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { insertAdvisory } from '../data';
import { libraryEntries } from './entries';
import type { adoption } from './schema';

export interface AdoptedEntry {
  id: string;
  reference: string;
  status: AdvisoryStatus;
}

/** What was adopted, by the library's id of its entry. */
export async function readAdopted(actor: Actor): Promise<Map<string, AdoptedEntry>> {
  const adopted = await readAs(actor, (transaction) =>
    transaction.advisory.findMany({
      where: { libraryId: { not: '' } },
      select: { id: true, reference: true, status: true, libraryId: true },
    }),
  );
  return new Map(
    adopted.map(({ libraryId, status, ...one }) => [
      libraryId,
      { ...one, status: status as AdvisoryStatus },
    ]),
  );
}

/**
 * Makes an editable draft of an entry. What it supersedes or amends is linked where that was adopted
 * before; suppliers and products that it names are tied to those recorded.
 */
export async function adoptEntry(
  transaction: Transaction,
  { libraryId }: z.output<typeof adoption>,
): Promise<{ id: string }> {
  const entry = libraryEntries.find((one) => one.libraryId === libraryId);
  if (!entry) throw notFound('entry of the library');
  const others = [libraryId, entry.supersedes, entry.amends].filter((one) => one !== null);
  const adopted = await transaction.advisory.findMany({
    where: { libraryId: { in: others } },
    select: { id: true, libraryId: true, reference: true },
  });
  const adoptedAs = (id: string | null) => adopted.find((one) => one.libraryId === id);
  const before = adoptedAs(libraryId);
  if (before) {
    throw new Refusal('conflict', `This entry has been adopted already, as ${before.reference}.`);
  }
  return insertAdvisory(
    transaction,
    {
      reference: entry.reference,
      title: entry.title,
      issuer: entry.issuer,
      jurisdiction: entry.jurisdiction,
      identifier: entry.identifier,
      audience: entry.audience,
      issuedOn: new Date(`${entry.issuedOn}T00:00:00Z`),
      link: entry.link,
      bindingness: entry.bindingness,
      confirmation: entry.confirmation,
      summary: entry.summary,
      quotedClause: '',
      notes: entry.notes,
      supersedesId: adoptedAs(entry.supersedes)?.id ?? null,
      amendsId: adoptedAs(entry.amends)?.id ?? null,
      rules: [...entry.rules],
    },
    libraryId,
  );
}
