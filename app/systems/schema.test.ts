import { expect, it } from 'vitest';
import { settlement, systemInput } from './schema';

const system = {
  organisationId: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  name: 'Signal box',
  classification: 'OFFICIAL',
  classificationLabel: '',
  markings: [] as string[],
  purposes: [] as string[],
  groupIds: [] as string[],
  owner: '',
  notes: '',
};

/** Field → message of what is wrong. */
function problems(changes: Record<string, unknown>): Record<string, string> {
  const issues = systemInput.safeParse({ ...system, ...changes }).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

it('writes markings in capitals and once, however they were typed', () => {
  const markings = [' uk  eyes only; locsen', 'UK EYES ONLY'];
  expect(systemInput.parse({ ...system, markings }).markings).toEqual(['UK EYES ONLY', 'LOCSEN']);
});

it.each([
  [{ classification: 'SECRET', markings: ['SENSITIVE'] }, 'markings'],
  [{ markings: ['TOP SECRET'] }, 'markings'],
  [{ markings: ['x'.repeat(301)] }, 'markings'],
  [{ markings: ['a\0'] }, 'markings'],
  [{ classification: 'UNSETTLED' }, 'classificationLabel'],
  [{ classification: 'CONFIDENTIAL' }, 'classification'],
  [{ classification: '' }, 'classification'],
  [{ name: ' ' }, 'name'],
  [{ organisationId: '' }, 'organisationId'],
])('says at the field what is wrong with %j', (changes, field) => {
  expect(Object.keys(problems(changes))).toEqual([field]);
});

it('takes only purposes that there are', () => {
  expect(problems({ purposes: ['defence', 'espionage'] })).not.toEqual({});
  expect(problems({ purposes: ['defence', 'corporate'] })).toEqual({});
});

it('settles to a tier, never to unsettled again, and never without a reason', () => {
  const answer = {
    id: system.organisationId,
    classification: 'SECRET',
    markings: [],
    reason: 'Same',
  };
  expect(settlement.safeParse(answer).success).toBe(true);
  expect(settlement.safeParse({ ...answer, classification: 'UNSETTLED' }).success).toBe(false);
  expect(settlement.safeParse({ ...answer, reason: ' ' }).success).toBe(false);
});
