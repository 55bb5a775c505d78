import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import type { Actor } from '@/app/_server/actor';
import { actingFor, readAs, transactAs } from '@/app/_server/database';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { readAdvisory, readVerdictCounts } from '@/app/advisories/data';
import { judgementsOfDeployment } from '@/app/advisories/judgements/data';
import { readVersions } from '@/app/advisories/versions/data';
import { decisionsOfDeployment, insertEvidenceLink, insertStep } from '@/app/decisions/data';
import { readProduct, readProductDetail } from '@/app/products/data';
import { findRegisterEntry, insertProposal } from '@/app/register/data';
import { readSupplier, readSupplierDetail } from '@/app/suppliers/data';
import { deploymentsOfSystem, readSystem } from '@/app/systems/data';
import { readRecordStory } from './stories/data';

let register: TestRegister;
let small: SmallRegister;
let advisory: string;
let parent: string;
let officer: Actor;
let approver: Actor;
let official: Actor;

const rule: Rule = {
  code: 'A',
  title: '',
  clause: '',
  criteria: { ...noCriteria, countries: ['RU'], facets: ['headquarters'] },
  action: 'remove',
  strength: 'must',
  deadlines: [],
};

const one = async (text: string, values: unknown[] = []) =>
  (await register.owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]
    ?.id as string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  approver = await register.person('Approver', ['approver']);
  official = await register.person('Official', ['auditor'], { rank: 1 });
  advisory = await one(
    `insert into advisory (reference, title, issuer, jurisdiction, issued_on, rules)
     values ('TEST-1', 'Advice', 'Authority', 'GB', '2017-12-01', $1)`,
    [JSON.stringify([rule])],
  );
  await register.owner.query(`update advisory set status = 'active'`);
  parent = await one(`insert into supplier (name) values ('Northern Holding')`);
  const engine = await one(`insert into product (supplier_id, name) values ($1, 'Engine')`, [
    parent,
  ]);
  await register.owner.query(
    `insert into product_component (product_id, component_id) values ($1, $2)`,
    [small.product, engine],
  );
  await register.owner.query(
    `insert into ownership_link (owner_id, owned_id, share_percent, source) values ($1, $2, 51, 'Register')`,
    [parent, small.supplier],
  );
  await register.owner.query(
    `insert into supplier_alias (supplier_id, name) values ($1, 'SevSoft')`,
    [small.supplier],
  );
});

afterAll(() => register.close());

/** The moment of the newest change, to the microsecond. */
async function newest(): Promise<string> {
  const { rows } = await register.owner.query<{ at: string }>(
    'select history_instant(at) as at from history_event order by seq desc limit 1',
  );
  return rows[0]?.at as string;
}

/** All that the pages of the small register's records read. */
async function pages(actor: Actor, asOf?: string) {
  const { supplier, product, systems, deployments } = small;
  const system = systems.secret;
  const deployment = deployments.secret;
  // Its records go by their present names.
  const story = async (kind: 'supplier' | 'product' | 'system' | 'deployment', id: string) =>
    (await readRecordStory(actor, kind, id, 100, asOf)).entries.map(
      ({ subject: _, differences: __, ...entry }) => entry,
    );
  return {
    supplier: await readSupplier(actor, supplier, asOf),
    supplierDetail: await readSupplierDetail(actor, supplier, asOf),
    parentDetail: await readSupplierDetail(actor, parent, asOf),
    supplierStory: await story('supplier', supplier),
    product: await readProduct(actor, product, asOf),
    productDetail: await readProductDetail(actor, product, asOf),
    productStory: await story('product', product),
    system: await readSystem(actor, system, asOf),
    deploymentsOfSystem: (await deploymentsOfSystem(actor, system, asOf)).rows,
    systemStory: await story('system', system),
    entry: await findRegisterEntry(actor, deployment, asOf),
    judgements: await judgementsOfDeployment(actor, deployment, asOf),
    decisions: await decisionsOfDeployment(actor, deployment, asOf),
    deploymentStory: await story('deployment', deployment),
    advisory: await readAdvisory(actor, advisory, asOf),
    verdicts: await readVerdictCounts(actor, advisory, asOf),
    versions: await readVersions(actor, advisory, asOf),
  };
}

async function propose(deployment: string): Promise<void> {
  await transactAs(actingFor(officer), (transaction) =>
    insertProposal(transaction, {
      selection: { ids: [deployment] },
      outcome: 'remove',
      advisory: 'TEST-1',
      basisReason: '',
      rationale: 'It reads every file',
      dueOn: new Date('2099-01-31'),
      expiresOn: null,
      leaveOutWaiting: false,
    }),
  );
}

async function approve(deployment: string): Promise<void> {
  const decision = (await decisionsOfDeployment(approver, deployment)).at(-1);
  if (!decision) throw new Error('There is no decision.');
  const { id, contentHash } = decision;
  await transactAs(actingFor(approver), async (transaction) => {
    await insertStep(transaction, 'approve', { id, contentHash, comment: '' });
    const evidence = { decisionId: id, url: 'https://example.test/proof' };
    await insertEvidenceLink(transaction, approver, evidence);
  });
}

describe('every relation', () => {
  // Each with the reason why a page of the past may read it as it is now.
  const present: Readonly<Record<string, string>> = {
    _prisma_migrations: 'belongs to the installation',
    schema_definition: 'belongs to the installation',
    decision_transition: 'belongs to the installation',
    setting: 'belongs to the register as it is run now',
    calendar: 'says how far dated facts have been followed',
    history_event: 'is the past',
    history_change: 'is the past',
    register_digest: 'is the proof of the past',
    register_count_by_place: 'counts the present',
    register_count_by_nature: 'counts the present',
    register_count_by_category_and_place: 'counts the present',
    register_count_by_answer_and_place: 'counts the present',
    register_count_by_origin_and_place: 'counts the present',
    receipt: 'is of a moment of its own',
    import_batch: 'is no part of a record',
    import_chunk: 'is no part of a record',
    import_problem: 'is no part of a record',
    import_match: 'is no part of a record',
    import_mapping: 'is no part of a record',
    user: 'says who asks',
    role_assignment: 'says who asks',
    group_role: 'says who asks',
    api_token: 'says who asks',
    authenticator: 'says who asks',
    passkey: 'says who asks',
    access_group_member: 'says who asks',
    clearance_request: 'says who asks',
    compartment: 'is never changed',
    user_organisation: 'says who asks',
    session: 'says who asks',
    account: 'says who asks',
    invitation: 'says who asks',
    verification: 'says who asks',
    rate_limit: 'says who asks',
  };

  it('that holds records has its past, with the same columns; or none for a reason', async () => {
    const columns = async (schema: string) => {
      const { rows } = await register.owner.query<{ name: string; columns: string }>(
        `select c.relname as name, string_agg(a.attname || ' ' || format_type(a.atttypid, null), ', ' order by a.attname) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = $1::regnamespace and c.relkind = $2 group by c.relname`,
        [schema, schema === 'as_at' ? 'v' : 'r'],
      );
      return new Map(rows.map((row) => [row.name, row.columns]));
    };
    const tables = await columns('public');
    const past = await columns('as_at');
    for (const [name, described] of tables) {
      if (name in present) expect(past.has(name), name).toBe(false);
      else expect(past.get(name), name).toBe(described);
    }
    expect(Object.keys(present).filter((name) => !tables.has(name))).toEqual([]);
  });
});

describe('the pages of records', () => {
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a supplier renamed', () => sql(`update supplier set name = 'Renamed ' || name`)],
    ['a proposal', () => propose(small.deployments.secret)],
    ['an approval', () => approve(small.deployments.secret)],
    [
      'a new version of the advice',
      () =>
        sql(`update advisory set rules = $1, title = 'New'`, [
          JSON.stringify([
            { ...rule, criteria: { ...rule.criteria, classificationMin: 'TOP SECRET' } },
          ]),
        ]),
    ],
    ['a withdrawal', () => sql(`update advisory set status = 'withdrawn'`)],
    ['facts corrected', () => sql(`update origin_fact set country = 'NL', facet = 'developed'`)],
    [
      'an alias and an owner removed',
      () => sql(`with a as (delete from supplier_alias) delete from ownership_link`),
    ],
    [
      'a system renamed',
      () => sql(`update system set name = name || ' (old)', owner = 'Somebody else'`),
    ],
    [
      'a product moved to another supplier',
      () =>
        sql(
          `update product set supplier_id = $1, category = 'network' where name like 'Severny%'`,
          [parent],
        ),
    ],
    ['a component removed', () => sql(`delete from product_component`)],
    [
      'a deployment changed',
      () => sql(`update deployment set version = '12', owner = 'Desk', installations = 4`),
    ],
    [
      'very many changed at once',
      async () => {
        await sql(
          `insert into system (organisation_id, name, classification) select id, 'Room ' || i, 'SECRET' from organisation, generate_series(1, 150) i`,
        );
        await sql(
          `insert into deployment (system_id, product_id) select s.id, p.id from system s, product p where s.name like 'Room%' and p.name = 'Engine'`,
        );
        await sql(`update system set owner = 'All of them'`);
        await sql(`update deployment set status = 'retired'`);
        await sql(`delete from deployment where version = ''`);
      },
    ],
    [
      'a supplier without products deleted',
      async () => {
        await sql(`update product set supplier_id = $1`, [parent]);
        await sql(`delete from supplier where id = $1`, [small.supplier]);
      },
    ],
  ];
  const sql = (text: string, values: unknown[] = []) => register.owner.query(text, values);

  it('read later as at a moment what they read then, whatever has happened since', async () => {
    const read: { after: string; at: string; shown: Awaited<ReturnType<typeof pages>> }[] = [];
    for (const [after, happen] of [['the beginning', async () => {}] as const, ...changes]) {
      await happen();
      read.push({ after, at: await newest(), shown: await pages(officer) });
    }
    for (const { after, at, shown } of read) {
      expect(await pages(officer, at), `after ${after}`).toEqual(shown);
    }
    expect(read[0]?.shown.decisions).toEqual([]);
    expect(read.at(-1)?.shown.supplier).toBeNull();
  }, 120_000);

  it('say nothing of what was not there yet', async () => {
    const before = await newest();
    const id = await one(`insert into supplier (name) values ('Newcomer')`);
    expect(await readSupplier(officer, id, before)).toBeNull();
    expect((await readSupplier(officer, id, await newest()))?.name).toBe('Newcomer');
  });

  it('judge what is dated by the day of the moment', async () => {
    const id = await one(`insert into supplier (name) values ('Mover')`);
    await register.owner.query(
      `insert into origin_fact (supplier_id, facet, country, source, valid_to) values ($1, 'headquarters', 'FR', 'Test', '2999-01-01')`,
      [id],
    );
    const headline = async (asOf?: string) => (await readSupplierDetail(officer, id, asOf)).origin;
    expect((await headline()).headline?.country).toBe('FR');
    expect((await headline('2999-01-01')).headline).toBeNull();
    expect((await headline('2999-01-01')).facts[0]?.holds).toBe(false);
  });

  it('let nothing be written', async () => {
    const at = await newest();
    await expect(
      readAs(officer, (past) => past.supplier.create({ data: { name: 'Never' } }), at),
    ).rejects.toThrow();
    await expect(
      readAs(officer, (past) => past.$executeRaw`update public.supplier set name = 'Never'`, at),
    ).rejects.toThrow(/read-only/);
  });
});

describe('clearance for the past', () => {
  const read = async (id: { system: string; deployment: string }, asOf?: string) => ({
    system: await readSystem(official, id.system, asOf),
    rows: (await deploymentsOfSystem(official, id.system, asOf)).rows,
    entry: await findRegisterEntry(official, id.deployment, asOf),
    judgements: await judgementsOfDeployment(official, id.deployment, asOf),
    decisions: await decisionsOfDeployment(official, id.deployment, asOf),
    story: (await readRecordStory(official, 'system', id.system, 10, asOf)).entries,
  });
  const nothing = { system: null, rows: [], entry: null, judgements: [], decisions: [], story: [] };

  async function place(name: string, classification: string) {
    const system = await one(
      `insert into system (organisation_id, name, classification) values ($1, $2, $3)`,
      [small.organisation, name, classification],
    );
    const [product] = (await register.owner.query(`select id from product order by name limit 1`))
      .rows;
    const deployment = await one(`insert into deployment (system_id, product_id) values ($1, $2)`, [
      system,
      product.id,
    ]);
    await register.owner.query(`update advisory set status = 'active'`);
    return { system, deployment };
  }

  it('is by the higher classification, where it was raised since', async () => {
    const raised = await place('Raised', 'OFFICIAL');
    const at = await newest();
    expect((await read(raised, at)).system?.name).toBe('Raised');
    expect((await read(raised, at)).entry?.system).toBe('Raised');
    await register.owner.query(`update system set classification = 'SECRET' where id = $1`, [
      raised.system,
    ]);
    expect(await read(raised, at)).toEqual(nothing);
    expect((await readSystem(officer, raised.system, at))?.classification).toBe('OFFICIAL');
  });

  it('is by the higher classification, where it was lowered since', async () => {
    const lowered = await place('Lowered', 'SECRET');
    const at = await newest();
    await register.owner.query(`update system set classification = 'OFFICIAL' where id = $1`, [
      lowered.system,
    ]);
    expect((await read(lowered)).system?.name).toBe('Lowered');
    expect(await read(lowered, at)).toEqual(nothing);
  });

  it('is by need to know, where a group was named since or no longer is', async () => {
    const group = await one(`insert into access_group (name) values ('Few')`);
    const named = await place('Named', 'OFFICIAL');
    const before = await newest();
    await register.owner.query(`update system set group_ids = array[$2::uuid] where id = $1`, [
      named.system,
      group,
    ]);
    const during = await newest();
    expect(await read(named, before)).toEqual(nothing);
    await register.owner.query(`update system set group_ids = '{}' where id = $1`, [named.system]);
    expect((await read(named, before)).system?.name).toBe('Named');
    // That it was recorded once, for everybody, its history still says.
    expect(await read(named, during)).toEqual({ ...nothing, story: [expect.anything()] });
  });

  it('ends nowhere but with the organisations of the reader', async () => {
    const { system, deployment } = await place('Elsewhere', 'OFFICIAL');
    const at = await newest();
    await register.owner.query(`update "user" set all_organisations = false where id = $1`, [
      official.id,
    ]);
    expect(await read({ system, deployment }, at)).toEqual(nothing);
    await register.owner.query(`update "user" set all_organisations = true where id = $1`, [
      official.id,
    ]);
  });
});
