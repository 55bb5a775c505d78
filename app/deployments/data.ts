import type { z } from 'zod';
import { type ClassificationCode, classificationRank } from '@/app/_domain/classification';
import type { DeploymentStatus } from '@/app/_domain/deployment';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { notFound, Refusal } from '@/app/_server/refusal';
import type { deploymentChange, deploymentInput } from './schema';

/** What a deployment's form holds; null when there is none of this id that the actor may see. */
export async function readDeployment(actor: Actor, id: string) {
  if (!uuidPattern.test(id)) return null;
  const deployment = await readAs(actor, (transaction) =>
    transaction.deployment.findUnique({
      where: { id },
      select: {
        id: true,
        version: true,
        installations: true,
        status: true,
        owner: true,
        notes: true,
        product: { select: { id: true, name: true, supplier: { select: { name: true } } } },
        system: {
          select: {
            id: true,
            name: true,
            classification: true,
            classificationLabel: true,
            markings: true,
            owner: true,
            organisation: { select: { name: true } },
          },
        },
      },
    }),
  );
  if (!deployment) return null;
  const { system } = deployment;
  const classification = system.classification as ClassificationCode;
  pageHolds([{ rank: classificationRank(classification), markings: system.markings }]);
  return {
    ...deployment,
    status: deployment.status as DeploymentStatus,
    system: { ...system, classification },
  };
}

export async function insertDeployment(
  transaction: Transaction,
  deployment: z.output<typeof deploymentInput>,
): Promise<{ id: string }> {
  const { systemId, productId, version } = deployment;
  if ((await transaction.system.count({ where: { id: systemId } })) === 0) {
    throw new Refusal('not_found', 'Nothing was added.', { systemId: 'Choose a system.' });
  }
  if ((await transaction.product.count({ where: { id: productId } })) === 0) {
    throw new Refusal('not_found', 'Nothing was added.', { productId: 'Choose a product.' });
  }
  await refuseSame(transaction, { systemId, productId, version }, null);
  return transaction.deployment.create({ data: deployment, select: { id: true } });
}

export async function updateDeployment(
  transaction: Transaction,
  { id, ...deployment }: z.output<typeof deploymentChange>,
): Promise<{ id: string }> {
  const place = await transaction.deployment.findUnique({
    where: { id },
    select: { systemId: true, productId: true },
  });
  if (!place) throw notFound('deployment');
  await refuseSame(transaction, { ...place, version: deployment.version }, id);
  return transaction.deployment.update({ where: { id }, data: deployment, select: { id: true } });
}

/** Removes a deployment for which nothing was ever decided. */
export async function removeDeployment(transaction: Transaction, id: string): Promise<void> {
  const decisions = await transaction.decision.count({ where: { deploymentId: id } });
  if (decisions > 0) {
    throw new Refusal(
      'conflict',
      'Decisions were made for it, which are kept. Set its status to Retired instead.',
    );
  }
  const { count } = await transaction.deployment.deleteMany({ where: { id } });
  if (count === 0) throw notFound('deployment');
}

async function refuseSame(
  transaction: Transaction,
  place: { systemId: string; productId: string; version: string },
  ownId: string | null,
): Promise<void> {
  const same = await transaction.deployment.findUnique({
    where: { systemId_productId_version: place },
    select: { id: true },
  });
  if (!same || same.id === ownId) return;
  const message = 'The system has this version of the product already.';
  throw new Refusal('conflict', 'Nothing was changed.', { version: message });
}
