import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActionContext,
  actions,
  allowedActions,
  mayFollow,
  personActions,
  type StandingState,
  states,
  transitions,
} from './decision';
import { can, type Permission, roles } from './permission';

const standing: readonly StandingState[] = ['none', ...states];
const officer: ActionContext = { actorId: 'olga', proposerId: 'olga', can: () => true };
const approver: ActionContext = { actorId: 'amir', proposerId: 'olga', can: () => true };

function allowed(state: StandingState, context: ActionContext) {
  const allowances = allowedActions(state, context);
  return personActions.filter((action) => allowances[action].allowed);
}

describe('transitions', () => {
  it('lead from and to exactly these states', () => {
    const table = actions.map((action) => [
      action,
      standing.filter((state) => mayFollow(action, state)).join(' '),
      transitions[action].to,
    ]);
    expect(table).toEqual([
      [
        'propose',
        'none approved in_progress done rejected withdrawn expired superseded',
        'proposed',
      ],
      ['approve', 'proposed', 'approved'],
      ['reject', 'proposed', 'rejected'],
      ['withdraw', 'proposed', 'withdrawn'],
      ['start', 'approved', 'in_progress'],
      ['complete', 'approved in_progress', 'done'],
      ['expire', 'approved in_progress done', 'expired'],
      ['supersede', 'approved in_progress done expired', 'superseded'],
    ]);
  });

  it('reach every state', () => {
    expect(new Set(actions.map((action) => transitions[action].to))).toEqual(new Set(states));
  });

  it('put nothing in force that was not approved, along any path', () => {
    const path = fc.array(fc.constantFrom(...actions), { maxLength: 30 });
    fc.assert(
      fc.property(path, (tried) => {
        let state: StandingState = 'none';
        let approved = false;
        for (const action of tried) {
          if (!mayFollow(action, state)) continue;
          if (action === 'propose') approved = false;
          if (action === 'approve') approved = true;
          state = transitions[action].to;
          const inForce = ['approved', 'in_progress', 'done', 'expired', 'superseded'].includes(
            state,
          );
          expect(inForce).toBe(approved);
        }
      }),
    );
  });

  it('leave the system what is no one’s to press', () => {
    expect(actions.filter((action) => !personActions.some((one) => one === action))).toEqual([
      'expire',
      'supersede',
    ]);
  });
});

describe('allowedActions', () => {
  it.each<[StandingState, string, string]>([
    ['none', 'propose', 'propose'],
    ['proposed', 'withdraw', 'approve reject'],
    ['approved', 'propose start complete', 'propose start complete'],
    ['in_progress', 'propose complete', 'propose complete'],
    ['done', 'propose', 'propose'],
    ['rejected', 'propose', 'propose'],
    ['withdrawn', 'propose', 'propose'],
    ['expired', 'propose', 'propose'],
    ['superseded', 'propose', 'propose'],
  ])('in %s lets the proposer %s and another %s', (state, own, others) => {
    const whenNone = state === 'none' ? { proposerId: null } : {};
    expect(allowed(state, { ...officer, ...whenNone }).join(' ')).toBe(own);
    expect(allowed(state, { ...approver, ...whenNone }).join(' ')).toBe(others);
  });

  it('never lets whoever proposed approve or reject, whatever their roles', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...standing),
        fc.string(),
        fc.subarray([...roles]),
        (state, id, held) => {
          const own = {
            actorId: id,
            proposerId: id,
            can: (permission: Permission) => can(held, permission),
          };
          const { approve, reject } = allowedActions(state, own);
          expect([approve.allowed, reject.allowed]).toEqual([false, false]);
        },
      ),
    );
  });

  it('allows nothing without the permission that the table asks for', () => {
    for (const state of standing) {
      for (const context of [officer, approver]) {
        for (const action of allowed(state, context)) {
          const without = (permission: string) => permission !== transitions[action].permission;
          expect(allowedActions(state, { ...context, can: without })[action]).toEqual({
            allowed: false,
            reason: 'Your roles do not allow this.',
          });
        }
      }
    }
  });

  it('says why a button is disabled', () => {
    const reasonOf = (
      state: StandingState,
      context: ActionContext,
      action: 'approve' | 'propose' | 'withdraw',
    ) => {
      const allowance = allowedActions(state, context)[action];
      return allowance.allowed ? undefined : allowance.reason;
    };
    expect(reasonOf('proposed', officer, 'approve')).toContain('You proposed it');
    expect(reasonOf('proposed', approver, 'withdraw')).toContain('Only whoever proposed it');
    expect(reasonOf('proposed', officer, 'propose')).toContain('already waiting');
    expect(reasonOf('none', { ...approver, proposerId: null }, 'approve')).toBe(
      'There is no decision yet.',
    );
    expect(reasonOf('in_progress', approver, 'approve')).toBe(
      'Only a decision that is proposed allows this; this one is in progress.',
    );
  });
});
