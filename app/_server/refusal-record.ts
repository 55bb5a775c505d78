import type { Permission } from '@/app/_domain/permission';
import type { Actor } from './actor';
import { actingFor, transactAs } from './database';
import { recordAct } from './history-act';

/**
 * Records that the actor was refused for want of permission. In a transaction of its own, since that
 * of the change, if there was one, is rolled back.
 */
export function recordRefusal(
  actor: Actor,
  permission: Permission,
  detail: { message: string } | { page: string },
): Promise<void> {
  return transactAs(actingFor(actor), (transaction) =>
    recordAct(transaction, {
      action: 'refused',
      entity: 'permission',
      entityId: permission,
      detail,
    }),
  );
}
