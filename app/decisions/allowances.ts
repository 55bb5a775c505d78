import {
  allowedActions,
  type DecisionState,
  personActions,
  transitions,
} from '@/app/_domain/decision';
import { can } from '@/app/_domain/permission';
import type { Actor } from '@/app/_server/actor';
import type { Allowances } from './step-buttons';

/**
 * What the actor can do with a decision now, and why not. Steps that the actor's roles never take
 * are left out: their buttons would be noise to this person for ever.
 */
export function allowancesOf(
  actor: Actor,
  state: DecisionState,
  proposerId: string | null,
): Allowances {
  const holds = (permission: Parameters<typeof can>[1]) => can(actor.roles, permission);
  const allowances = allowedActions(state, { actorId: actor.id, proposerId, can: holds });
  const known = personActions.filter((action) => holds(transitions[action].permission));
  return Object.fromEntries(known.map((action) => [action, allowances[action]]));
}
