import type { ClassificationCode } from '@/app/_domain/classification';
import type { Transaction } from '@/app/_server/database';

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
export function readDeploymentCounts(
  transaction: Transaction,
  { by, id }: DeploymentScope,
): Promise<DeploymentCount[]> {
  // Each scope by its own column, so that its index serves.
  return transaction.$queryRawUnsafe<DeploymentCount[]>(
    `select organisation, classification, count(*)::integer as count
     from register_entry where ${by}_id = $1::uuid and valid_to = 'infinity'
     group by organisation, classification order by organisation, classification`,
    id,
  );
}
