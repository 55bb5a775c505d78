import type { AdvisoryStatus } from '@/app/_domain/advisory';
import type { NilReturn, ReturnCount } from '@/app/_domain/advisory-return';
import type { ClassificationRank } from '@/app/_domain/classification';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { classifiedOf } from '@/app/_server/table-marking';
import type { NilReturnInput } from './schema';

/** One organisation's part in the return, of what the reader may see. */
export interface ReturnRow extends Readonly<Record<ReturnCount, number>> {
  organisationId: string;
  organisation: string;
  rank: ClassificationRank;
  marking: string;
  nilReturn: NilReturn | '';
  signedBy: string;
  /** ISO instant, or '' where nobody signed. */
  signedAt: string;
  statement: string;
}

/** The advisory's return by organisation; a row for each that the actor may see. */
export function readReturn(actor: Actor, advisoryId: string): Promise<ReturnRow[]> {
  return readAs(actor, (transaction) => returnRows(transaction, advisoryId));
}

async function returnRows(transaction: Transaction, advisoryId: string): Promise<ReturnRow[]> {
  const rows = await transaction.$queryRaw<ReturnRow[]>`
    select organisation_id as "organisationId", organisation, in_scope, decided, otherwise, waiting, undecided, overdue, done,
      stale, cannot_tell, no_action, classification_rank as rank, marking, nil_return as "nilReturn", signed_by as "signedBy",
      case when isfinite(signed_at) then to_json(signed_at) #>> '{}' else '' end as "signedAt", statement
    from advisory_return_list where advisory_id = ${advisoryId}::uuid
    order by organisation, organisation_id`;
  pageHolds(rows.map(classifiedOf));
  return rows;
}

/** The return with what its head states; null for an advisory that is not there, or never was active. */
export async function readReturnPage(actor: Actor, advisoryId: string) {
  if (!uuidPattern.test(advisoryId)) return null;
  return readAs(actor, async (transaction) => {
    const advisory = await transaction.advisory.findFirst({
      where: { id: advisoryId, NOT: { status: 'draft' } },
      select: {
        id: true,
        reference: true,
        title: true,
        issuer: true,
        issuedOn: true,
        status: true,
        version: true,
        activatedAt: true,
      },
    });
    if (!advisory) return null;
    const rows = await returnRows(transaction, advisoryId);
    return {
      advisory: { ...advisory, status: advisory.status as AdvisoryStatus },
      rows,
      asAt: new Date(),
    };
  });
}

/** The reference of an advisory that has a return, or null. */
export async function referenceOfReturn(actor: Actor, advisoryId: string): Promise<string | null> {
  if (!uuidPattern.test(advisoryId)) return null;
  const advisory = await readAs(actor, (transaction) =>
    transaction.advisory.findFirst({
      where: { id: advisoryId, NOT: { status: 'draft' } },
      select: { reference: true },
    }),
  );
  return advisory?.reference ?? null;
}

/** Signs that the organisation has nothing in scope; the database refuses what is not so. */
export async function insertNilReturn(
  transaction: Transaction,
  { advisoryId, organisationId, statement }: NilReturnInput,
): Promise<void> {
  await transaction.$executeRaw`
    insert into advisory_return (advisory_id, organisation_id, statement)
    values (${advisoryId}::uuid, ${organisationId}::uuid, ${statement})`;
}
