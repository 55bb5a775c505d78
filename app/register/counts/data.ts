import type { ClassificationCode } from '@/app/_domain/classification';
import type { Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';

export interface DeploymentCount {
  organisation: string;
  classification: ClassificationCode;
  count: number;
}

/** Whose deployments are counted. */
export interface DeploymentScope {
  by: 'supplier' | 'product' | 'organisation';
  id: string;
}

/** Current deployments that the actor may see, by organisation and classification. */
export async function readDeploymentCounts(
  transaction: Transaction,
  scope: DeploymentScope,
): Promise<DeploymentCount[]> {
  await holdDeployments(transaction, scope.by, [scope.id]);
  // Each scope by its own column, so that its index serves.
  return transaction.$queryRawUnsafe<DeploymentCount[]>(
    `select organisation, classification, count(*)::integer as count
     from register_entry where ${scope.by}_id = $1::uuid and valid_to = 'infinity'
     group by organisation, classification order by organisation, classification`,
    scope.id,
  );
}

/** Says that the page which is being made counts the current deployments of these. */
export async function holdDeployments(
  transaction: Transaction,
  by: DeploymentScope['by'],
  ids: readonly string[],
): Promise<void> {
  const held = await transaction.$queryRawUnsafe<ClassifiedRow[]>(
    `select distinct classification_rank as rank, marking from register_entry
     where ${by}_id = any($1::uuid[]) and valid_to = 'infinity'`,
    ids,
  );
  pageHolds(held.map(classifiedOf));
}
