import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { isoDate } from './day.ts';
import { loadSampleRegister } from './sample.ts';
import { amberShieldDevelopersMoved, amberShieldSold } from './suppliers-story.ts';

const today = new Date();

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSampleRegister(database.ownerUrl, { password: 'a password of the test', today });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function rowsOf(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await owner.query(sql, values)).rows;
}

/** Advisory and verdict of each present exposure of a product in an organisation. */
async function verdictsOf(product: string, organisation: string): Promise<string[]> {
  const rows = await rowsOf(
    `select distinct a.reference || ' ' || x.verdict as verdict
     from exposure x join advisory a on a.id = x.advisory_id
     join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
     where x.valid_to = 'infinity' and e.product = $1 and e.organisation = $2 order by 1`,
    [product, organisation],
  );
  return rows.map(({ verdict }) => String(verdict));
}

describe('the advisories of the sample', () => {
  it('are active, but for one that is still being read', async () => {
    expect(
      await rowsOf('select reference, status, version from advisory order by issued_on'),
    ).toEqual([
      { reference: 'BOD-17-01', status: 'active', version: 1 },
      { reference: 'NCSC-2017-12-01', status: 'active', version: 1 },
      { reference: 'NDAA-2018-1634', status: 'active', version: 1 },
      { reference: 'NCSC-2022-03-29', status: 'active', version: 2 },
      { reference: 'UK-HUAWEI-2022-10-13', status: 'draft', version: 0 },
      { reference: 'UK-CCTV-2022-11-24', status: 'active', version: 1 },
      { reference: 'RO-LAW-354-2022', status: 'active', version: 1 },
    ]);
    const [amending] = await rowsOf(
      `select amended.reference from advisory a join advisory amended on amended.id = a.amends_id
       where a.reference = 'NCSC-2022-03-29'`,
    );
    expect(amending).toEqual({ reference: 'NCSC-2017-12-01' });
  });

  it('were adopted with the suppliers and products that the register holds, each once', async () => {
    const rows = await rowsOf(
      `select a.reference, n->>'name' as name, count(*)::integer as times,
         bool_and(s.name is not distinct from n->>'name') as same
       from advisory a, jsonb_array_elements(a.rules) with ordinality r(rule, place),
         jsonb_array_elements(rule->'criteria'->'suppliers') n
         left join supplier s on s.id = (n->>'id')::uuid
       where n->>'id' is not null group by a.reference, place, n->>'name'`,
    );
    expect(rows).not.toHaveLength(0);
    expect(rows.filter(({ times, same }) => times !== 1 || !same)).toEqual([]);
    expect(rows.map(({ name }) => name)).toContain('AO Kaspersky Lab');
  });

  it('have signed nil returns that are still true', async () => {
    expect(
      await rowsOf(
        `select advisory, organisation, signed_by from advisory_return_list
         where nil_return = 'holds' order by advisory`,
      ),
    ).toEqual([
      {
        advisory: 'NCSC-2017-12-01',
        organisation: 'Exampleshire County Council',
        signed_by: 'Priya Exemplar',
      },
      {
        advisory: 'UK-CCTV-2022-11-24',
        organisation: 'Regulator of Example Markets',
        signed_by: 'Oskar Specimen',
      },
    ]);
  });
});

describe('the verdicts of the sample', () => {
  it('follow tier and purpose for Russia-based anti-virus', async () => {
    const rows = await rowsOf(
      `select distinct e.classification,
         case when e.purposes = '' then 'none recorded' when e.purposes like '%national_security%' then 'security' else 'other' end as purpose,
         x.verdict, x.rule
       from register_entry e
       join advisory a on a.reference = 'NCSC-2017-12-01'
       left join exposure x on x.deployment_id = e.deployment_id and x.advisory_id = a.id and x.valid_to = 'infinity'
       where e.valid_to = 'infinity' and e.product_category = 'antivirus' and e.country_of_origin = 'RU'
         and e.classification not in ('SECRET', 'TOP SECRET')
       order by 1, 2`,
    );
    expect(rows).toEqual([
      {
        classification: 'OFFICIAL',
        purpose: 'none recorded',
        verdict: 'cannot_tell',
        rule: 'B',
      },
      { classification: 'OFFICIAL', purpose: 'other', verdict: 'out_no_action', rule: 'C' },
      { classification: 'OFFICIAL', purpose: 'security', verdict: 'in', rule: 'B' },
      // A label of another scheme, which a person has to settle first.
      { classification: 'UNSETTLED', purpose: 'other', verdict: 'cannot_tell', rule: 'A' },
    ]);
    const above = await rowsOf(
      `select e.classification, bool_and(x.rule is not distinct from 'A' and x.verdict is not distinct from 'in') as all_in
       from register_entry e
       left join exposure x on x.deployment_id = e.deployment_id and x.valid_to = 'infinity'
         and x.advisory_id = (select id from advisory where reference = 'NCSC-2017-12-01')
       where e.valid_to = 'infinity' and e.product_category = 'antivirus' and e.country_of_origin = 'RU'
         and e.classification in ('SECRET', 'TOP SECRET') group by 1 order by 1`,
    );
    expect(above).toEqual([
      { classification: 'SECRET', all_in: true },
      { classification: 'TOP SECRET', all_in: true },
    ]);
  });

  it('leave an embedded engine out of the directive and not out of the statute', async () => {
    const verdicts = await verdictsOf('Bastion Edge 400', 'Regulator of Example Markets');
    expect(verdicts).toEqual(['NDAA-2018-1634 in', 'RO-LAW-354-2022 in']);
    expect(await verdictsOf('Bastion Edge 400', 'Specimen Border Agency')).toEqual([]);
  });

  it('leave two services out of the directive by name and not out of the statute', async () => {
    expect(
      await verdictsOf('Kaspersky Threat Intelligence', 'Regulator of Example Markets'),
    ).toEqual(['NCSC-2022-03-29 in', 'NDAA-2018-1634 in', 'RO-LAW-354-2022 cannot_tell']);
  });

  it('count a shareholder from a quarter of the votes', async () => {
    const regulator = 'Regulator of Example Markets';
    expect(await verdictsOf('Carpați Antivirus', regulator)).toEqual(['RO-LAW-354-2022 in']);
    expect(await verdictsOf('Dunăre Antivirus', regulator)).toEqual([]);
  });

  it('cannot be told of an anti-virus whose headquarters nobody knows', async () => {
    expect(await verdictsOf('Pale Egret Antivirus', 'Example Signals Agency')).toEqual([
      'NCSC-2017-12-01 cannot_tell',
      'NCSC-2022-03-29 cannot_tell',
    ]);
  });

  it('end for a supplier on the day on which it was sold, or its developers moved', async () => {
    const rows = await rowsOf(
      `select distinct a.reference, x.verdict, to_char(x.valid_to, 'YYYY-MM-DD') as until
       from exposure x join advisory a on a.id = x.advisory_id
       join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
       where e.supplier = 'Example Amber Shield SIA' order by 1, 2`,
    );
    const sold = isoDate(today, amberShieldSold);
    expect(rows).toEqual([
      { reference: 'NCSC-2017-12-01', verdict: 'in', until: sold },
      { reference: 'NCSC-2017-12-01', verdict: 'out_no_action', until: sold },
      {
        reference: 'NCSC-2022-03-29',
        verdict: 'in',
        until: isoDate(today, amberShieldDevelopersMoved),
      },
    ]);
  });

  it('come in every kind; some cannot be told, of which one fact settles many', async () => {
    const rows = await rowsOf(
      `select exposure, count(*)::integer as number from register_entry where valid_to = 'infinity' group by 1`,
    );
    const numbers = Object.fromEntries(rows.map(({ exposure, number }) => [exposure, number]));
    expect(numbers).toMatchObject({ in: expect.any(Number), out: expect.any(Number) });
    expect(Number(numbers.cannot_tell) / 1500).toBeGreaterThan(0.1);
    expect(Number(numbers.cannot_tell) / 1500).toBeLessThan(0.3);
    const [first] = await rowsOf(
      'select kind, subject, facet, alone from missing_fact_list order by alone desc limit 1',
    );
    expect(first).toMatchObject({
      kind: 'origin',
      subject: 'Example Kestrel Monitoring Ltd',
      facet: 'headquarters',
    });
    expect(Number(first?.alone)).toBeGreaterThan(40);
    const kinds = await rowsOf('select distinct kind from missing_fact_list order by 1');
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'classification',
      'components',
      'origin',
      'purposes',
    ]);
  });
});

describe('what the decisions of the sample rest on', () => {
  it('is an advisory where they are advised, and a reason where a removal is not', async () => {
    expect(
      await rowsOf(
        `select id from decision where (basis = 'advised') <> (advisory_id is not null)
           or basis = 'precautionary' and outcome in ('remove', 'replace') and basis_reason = ''`,
      ),
    ).toEqual([]);
    const advising = await rowsOf(
      `select distinct a.reference from decision d join advisory a on a.id = d.advisory_id order by 1`,
    );
    expect(advising.map(({ reference }) => reference)).toEqual([
      'NCSC-2017-12-01',
      'NCSC-2022-03-29',
      'NDAA-2018-1634',
      'RO-LAW-354-2022',
      'UK-CCTV-2022-11-24',
    ]);
  });

  it('reaches further than any advisory at the bank, the agency and the utility', async () => {
    const rows = await rowsOf(
      `select distinct organisation from over_reach_list
       where product = 'Kaspersky Endpoint Security' and basis = 'precautionary' order by 1`,
    );
    expect(rows.map(({ organisation }) => organisation)).toEqual([
      'Example Water and Light',
      'Placeholder Bank plc',
      'Specimen Border Agency',
    ]);
  });

  it('has changed since for a sold supplier and a system that was raised', async () => {
    const rows = await rowsOf(
      `select distinct supplier, system, decision from register_entry
       where valid_to = 'infinity' and needs_decision = 'yes' order by 1 desc, 2`,
    );
    expect(rows).toEqual([
      { supplier: 'Example Amber Shield SIA', system: 'Archive and Print', decision: 'accept' },
      { supplier: 'Example Amber Shield SIA', system: 'Build and Test', decision: 'remove' },
      { supplier: 'Example Amber Shield SIA', system: 'Control Room SCADA', decision: 'remove' },
      { supplier: 'Example Amber Shield SIA', system: 'Treaty Records', decision: 'accept' },
      { supplier: 'AO Kaspersky Lab', system: 'Reservoir Telemetry', decision: 'no_action' },
    ]);
  });
});
