import { noCriteria } from '../../app/_domain/rule.ts';
import { largestSupplier, supplierName } from './estate.ts';
import { elapsed, figuresOf, type Measure } from './figures.ts';
import { activateAdvisory, saveOwner, supplierId } from './fill.ts';
import type { BenchRegister } from './register.ts';

const rounds = 7;

/** Each changes the register and takes the change back, which is not measured. */
type Change = { name: string; most?: number; run(register: BenchRegister): Promise<number> };

const changes: readonly Change[] = [
  { name: 'one decision', run: decideOnce },
  { name: 'one classification', run: reclassifyOnce },
  { name: 'owner of a supplier with a fiftieth of all deployments', run: sellOnce },
  { name: 'advisory that matches a fiftieth of all, preview', most: 1_000, run: previewOnce },
  { name: 'advisory that matches a fiftieth of all, activation', most: 5_000, run: activateOnce },
];

/** What people change, and how long the register takes until all that hangs on it is true again. */
export async function measureChanges(register: BenchRegister): Promise<Measure[]> {
  const samples = changes.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, change] of changes.entries()) {
      samples[index]?.push(await change.run(register));
    }
  }
  return changes.map(({ name, most }, index) => {
    const figures = figuresOf(samples[index] ?? []);
    const target = most && { words: 'median in ms', found: figures.median, most };
    return { name: `change: ${name}`, unit: 'ms', figures, limits: [], ...(target && { target }) };
  });
}

async function decideOnce({ client, owner }: BenchRegister): Promise<number> {
  const { rows } = await owner.query<{ id: string }>(
    `select deployment_id as id from register_entry where valid_to = 'infinity' and decision = '' limit 1`,
  );
  const proposal = {
    ...{ selection: { ids: [rows[0]?.id] }, outcome: 'monitor', advisory: '' },
    ...{ basisReason: 'Measured.', rationale: 'Measured.', dueOn: '', expiresOn: '' },
    leaveOutWaiting: false,
  };
  const time = await elapsed(() =>
    client.act('app/register/actions.ts#propose', '/register', proposal),
  );
  const made = await owner.query<{ id: string; contentHash: string }>(
    `select id, content_hash as "contentHash" from decision where deployment_id = $1 and state = 'proposed'`,
    [rows[0]?.id],
  );
  const step = { ...made.rows[0], comment: '' };
  await client.act('app/decisions/actions.ts#withdrawDecision', '/decisions', step);
  return time;
}

async function reclassifyOnce({ client, owner }: BenchRegister): Promise<number> {
  const { rows } = await owner.query<{ id: string; classification: string }>(
    `select id, organisation_id as "organisationId", name, classification, classification_label as "classificationLabel",
       markings, purposes, owner, notes
     from system where classification in ('OFFICIAL', 'SECRET') and markings = '{}' order by id limit 1`,
  );
  const [system] = rows;
  if (!system) throw new Error('There is no system to classify.');
  const save = (classification: string) =>
    client.act('app/systems/actions.ts#changeSystem', `/systems/${system.id}/edit`, {
      ...system,
      classification,
    });
  const time = await elapsed(() =>
    save(system.classification === 'SECRET' ? 'OFFICIAL' : 'SECRET'),
  );
  await save(system.classification);
  return time;
}

async function sellOnce({ client, owner }: BenchRegister): Promise<number> {
  const ownedId = await supplierId(owner, supplierName(largestSupplier));
  const russian = await owner.query<{ id: string }>(
    `select subject_id as id from origin_headline h join supplier s on s.id = h.subject_id where h.country = 'RU' limit 1`,
  );
  const ownerId = russian.rows[0]?.id ?? '';
  const time = await elapsed(() => saveOwner(client, { ownerId, ownedId }));
  const link = await owner.query<{ id: string }>(
    'select id from ownership_link where owner_id = $1 and owned_id = $2',
    [ownerId, ownedId],
  );
  await client.act(
    'app/suppliers/ownership/actions.ts#deleteOwnership',
    `/suppliers/${ownedId}`,
    link.rows[0],
  );
  return time;
}

/** All that comes from a fiftieth of the suppliers, as the editor sends it. */
const rule = {
  ...{ code: 'A', title: 'Russia-based suppliers', clause: '' },
  criteria: {
    ...noCriteria,
    ...{ countries: ['RU'], facets: ['headquarters'], sharePercent: '', onDate: '' },
  },
  ...{ action: 'remove', strength: 'must', deadlines: [] },
};

function previewOnce({ client }: BenchRegister): Promise<number> {
  return elapsed(() =>
    client.act('app/advisories/preview/actions.ts#previewRules', '/advisories/new', {
      rules: [rule],
      issuedOn: '2026-01-01',
    }),
  );
}

async function activateOnce({ client, owner }: BenchRegister): Promise<number> {
  const { id } = await client.act<{ id: string }>(
    'app/advisories/actions.ts#createAdvisory',
    '/advisories/new',
    {
      ...{ reference: `BENCH-${Date.now()}`, title: 'Measured', issuer: 'Made up' },
      ...{ jurisdiction: 'GB', identifier: '', audience: '', issuedOn: '2026-01-01', link: '' },
      ...{ bindingness: 'guidance', confirmation: 'unconfirmed', summary: '', quotedClause: '' },
      ...{ notes: '', supersedesId: null, amendsId: null, rules: [rule] },
    },
  );
  const time = await elapsed(() => activateAdvisory(client, owner, id));
  await client.act('app/advisories/actions.ts#withdrawAdvisory', `/advisories/${id}`, {
    id,
    reason: 'Measured.',
  });
  return time;
}
