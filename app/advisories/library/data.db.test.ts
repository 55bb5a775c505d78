import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { readAdvisory } from '../data';
import { ruleValues } from '../editor/values';
import { rulesInput } from '../schema';
import { adoptEntry, readAdopted } from './data';
import { libraryEntries } from './entries';
import { adoption } from './schema';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
});

afterAll(() => register.close());

const adopt = (libraryId: string, actor = officer) =>
  mutate(
    actor,
    { permission: 'advisory:write', schema: adoption, input: { libraryId } },
    adoptEntry,
  );

async function adopted(libraryId: string) {
  const outcome = await adopt(libraryId);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const advisory = await readAdvisory(officer, outcome.value.id);
  if (!advisory) throw new Error('It is not there.');
  return advisory;
}

it('makes a draft of an entry once, and marks it', async () => {
  const advisory = await adopted('ncsc-2017-12-01');
  expect(advisory).toMatchObject({
    reference: 'NCSC-2017-12-01',
    status: 'draft',
    version: 0,
    libraryId: 'ncsc-2017-12-01',
  });
  expect(advisory.rules.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
  expect(await readAdopted(officer)).toEqual(
    new Map([
      ['ncsc-2017-12-01', { id: advisory.id, reference: 'NCSC-2017-12-01', status: 'draft' }],
    ]),
  );
  expect(await adopt('ncsc-2017-12-01')).toMatchObject({ kind: 'conflict' });
  expect(await adopt('no-such-entry')).toMatchObject({ kind: 'not_found' });
});

it('ties what it names to what is recorded, by name or alias, and links what it amends', async () => {
  const entry = libraryEntries.find(({ rules }) =>
    rules.some(({ criteria }) => criteria.suppliers.length > 1),
  );
  if (!entry) throw new Error('No entry names several suppliers.');
  const [first, second] = entry.rules.flatMap(({ criteria }) => criteria.suppliers);
  await register.owner.query(`insert into supplier_alias (supplier_id, name) values ($1, $2)`, [
    small.supplier,
    first?.name,
  ]);
  const { rules } = await adopted(entry.libraryId);
  const tied = rules.flatMap(({ criteria }) => criteria.suppliers);
  expect(tied[0]).toEqual({ id: small.supplier, name: first?.name });
  expect(tied[1]).toEqual({ id: null, name: second?.name });
  const amending = libraryEntries.find(({ amends }) => amends === 'ncsc-2017-12-01');
  if (!amending) throw new Error('Nothing amends it.');
  expect((await adopted(amending.libraryId)).amends).toMatchObject({
    reference: 'NCSC-2017-12-01',
  });
});

it('refuses a reference that something else has', async () => {
  const entry = libraryEntries.at(-1);
  if (!entry) throw new Error('The library is empty.');
  await register.owner.query(
    `insert into advisory (reference, title, issuer, jurisdiction, issued_on) values ($1, 'Own', 'Us', 'GB', '2020-01-01')`,
    [entry.reference],
  );
  expect(await adopt(entry.libraryId)).toMatchObject({
    kind: 'conflict',
    fields: { reference: expect.any(String) },
  });
});

it('is adopted by those who write advisories', async () => {
  const auditor = await register.person('Auditor', ['auditor']);
  expect(await adopt('ncsc-2017-12-01', auditor)).toMatchObject({ kind: 'forbidden' });
});

it('holds only rules that the editor takes as they are', () => {
  for (const { libraryId, rules } of libraryEntries) {
    expect(rulesInput.parse(rules.map(ruleValues)), libraryId).toEqual(rules);
  }
});
