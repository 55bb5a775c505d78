import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { loadSampleRegister } from './sample.ts';

const today = new Date();
const password = 'a password of the test';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSampleRegister(database.ownerUrl, { password, today });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  return (await owner.query(sql)).rows;
}

async function numberOf(sql: string): Promise<number> {
  const [row] = await rowsOf(`select count(*)::integer as number from ${sql}`);
  return Number(row?.number);
}

/** What two registers must share to be the same, but for their moments. */
async function contentOf(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query(
    `select md5(string_agg(id || state || content_hash, '' order by id)) as decisions,
       (select md5(string_agg(concat(deployment_id, supplier, country_of_origin, version, installations, status, owner), ''
          order by deployment_id)) from register_entry where valid_to = 'infinity') as entries,
       (select md5(string_agg(concat(id, country, valid_from, valid_to), '' order by id)) from origin_fact) as facts
     from decision`,
  );
  return rows;
}

describe('the estate of the sample', () => {
  it('has the size of a small government', async () => {
    expect(await numberOf('organisation')).toBe(8);
    expect(await numberOf('system')).toBe(60);
    expect(await numberOf('deployment')).toBe(1500);
    expect(await numberOf(`register_entry where valid_to = 'infinity'`)).toBe(1500);
    expect(Math.abs((await numberOf('supplier')) - 40)).toBeLessThanOrEqual(5);
    expect(Math.abs((await numberOf('product')) - 120)).toBeLessThanOrEqual(5);
  });

  it('knows the origin of most deployments but not of all', async () => {
    const unknown = await numberOf(
      `register_entry where valid_to = 'infinity' and country_of_origin = 'none'`,
    );
    expect(unknown / 1500).toBeGreaterThan(0.1);
    expect(unknown / 1500).toBeLessThan(0.14);
  });

  it('keeps the label of another scheme that has no UK tier', async () => {
    const rows = await rowsOf(
      `select classification_label as label, classification_rank as rank
       from system where classification = 'UNSETTLED'`,
    );
    expect(rows).toContainEqual({ label: 'CONFIDENTIAL', rank: 2 });
  });
});

describe('the story of the sample', () => {
  it('has Russia-based anti-virus on every tier, and for national security below SECRET', async () => {
    const rows = await rowsOf(
      `select distinct classification, marking, purposes like '%national_security%' as for_security
       from register_entry
       where valid_to = 'infinity' and country_of_origin = 'RU' and product_category = 'antivirus'`,
    );
    const official = { classification: 'OFFICIAL', marking: 'SENSITIVE' };
    expect(rows).toContainEqual({ ...official, marking: '', for_security: false });
    expect(rows).toContainEqual({ ...official, for_security: false });
    expect(rows).toContainEqual({ ...official, for_security: true });
    const tiers = rows.map((row) => row.classification);
    expect(tiers).toEqual(expect.arrayContaining(['SECRET', 'TOP SECRET', 'UNSETTLED']));
  });

  it('has a firewall from elsewhere that embeds a Russian engine', async () => {
    const rows = await rowsOf(
      `select distinct e.country_of_origin, h.country as embedded, e.classification
       from register_entry e
       join product_component c on c.product_id = e.product_id
       join origin_headline h on h.subject_id = c.component_id
       where e.valid_to = 'infinity' and e.product_category = 'firewall'`,
    );
    const origins = { country_of_origin: 'GB', embedded: 'RU' };
    expect(rows).toContainEqual({ ...origins, classification: 'SECRET' });
    expect(rows).toContainEqual({ ...origins, classification: 'OFFICIAL' });
  });

  it('has a supplier that was sold: Russian before that day, Dutch since, by fact and by owner', async () => {
    const rows = await rowsOf(
      `select before.country_of_origin as before, now.country_of_origin as now,
         (select country from origin_headlines(array[now.product_id], f.valid_from - 1)) as day_before,
         (select country from origin_headlines(array[now.product_id], f.valid_from)) as on_the_day,
         (select count(*)::integer from ownership_link l where l.owned_id = now.supplier_id
            and (l.valid_from = f.valid_from or l.valid_to = f.valid_from)) as links
       from register_entry now
       join register_entry before on before.deployment_id = now.deployment_id and before.valid_to <= now.valid_from
       join origin_fact f on f.supplier_id = now.supplier_id and f.facet = 'ultimate_parent' and f.country = 'NL'
       where now.valid_to = 'infinity' and before.country_of_origin = 'RU'`,
    );
    expect(rows).not.toHaveLength(0);
    for (const row of rows) {
      expect(row).toEqual({
        before: 'RU',
        now: 'NL',
        day_before: 'RU',
        on_the_day: 'NL',
        links: 2,
      });
    }
  });

  it('has shareholders of a quarter of the votes and of a little less', async () => {
    const rows = await rowsOf(
      `select distinct share_percent::float as share from ownership_link l
       join origin_headline h on h.subject_id = l.owner_id
       join origin_headline owned on owned.subject_id = l.owned_id
       where h.country = 'RU' and owned.country = 'RO' and not l.control`,
    );
    expect(rows.map((row) => row.share).sort()).toEqual([24.9, 25]);
  });

  it('has deployed products whose origin was never asked, stated as unknown, or disputed', async () => {
    const deployed = `supplier s where exists (select from register_entry e where e.supplier_id = s.id)`;
    const facts = 'select from origin_fact f where f.supplier_id = s.id';
    expect(await numberOf(`${deployed} and not exists (${facts})`)).toBeGreaterThan(0);
    expect(
      await numberOf(
        `${deployed} and exists (${facts} and f.country is null)
         and not exists (${facts} and f.country is not null)`,
      ),
    ).toBeGreaterThan(0);
    expect(
      await numberOf(
        `${deployed} and exists (select from origin_fact f join origin_fact g using (supplier_id, facet)
           where f.supplier_id = s.id and f.country < g.country and f.valid_to is null and g.valid_to is null)`,
      ),
    ).toBeGreaterThan(0);
  });
});

describe('the decisions of the sample', () => {
  it('stand in every state', async () => {
    const rows = await rowsOf('select distinct state from decision order by state');
    expect(rows.map((row) => row.state)).toEqual([
      'approved',
      'done',
      'expired',
      'in_progress',
      'proposed',
      'rejected',
      'superseded',
      'withdrawn',
    ]);
  });

  it('have their reasons and evidence, and two people behind each approval', async () => {
    expect(await numberOf('decision where approved_by = proposed_by')).toBe(0);
    expect(await numberOf(`decision where btrim(rationale) = ''`)).toBe(0);
    expect(
      await numberOf(
        `decision where basis = 'precautionary' and outcome in ('remove', 'replace') and basis_reason = ''`,
      ),
    ).toBe(0);
    expect(
      await numberOf(
        `decision where basis = 'precautionary' and outcome = 'remove' and state = 'approved'`,
      ),
    ).toBeGreaterThan(0);
    expect(await numberOf(`evidence where kind = 'link'`)).toBeGreaterThan(0);
    expect(
      await numberOf(
        `evidence where kind = 'file' and sha256 = encode(sha256(content), 'hex') and byte_count = length(content)`,
      ),
    ).toBeGreaterThan(0);
  });

  it('include some that are overdue, and some that expire within a month', async () => {
    expect(
      await numberOf(
        `decision where state in ('approved', 'in_progress') and due_on < current_date`,
      ),
    ).toBeGreaterThan(0);
    expect(
      await numberOf(
        `decision where state = 'approved' and expires_on between current_date + 1 and current_date + 31`,
      ),
    ).toBeGreaterThan(0);
  });

  it('include some whose facts have changed since', async () => {
    const rows = await rowsOf(
      `select distinct d.facts->>'country_of_origin' <> e.country_of_origin as origin,
         d.facts->>'classification' <> e.classification as classification
       from decision d join register_entry e on e.decision_id = d.id and e.valid_to = 'infinity'`,
    );
    expect(rows).toContainEqual({ origin: true, classification: false });
    expect(rows).toContainEqual({ origin: false, classification: true });
  });

  it('are proposed only by people who were cleared for what they saw', async () => {
    expect(
      await numberOf(
        `decision d join "user" u on u.id = d.proposed_by
         where classification_rank(d.facts->>'classification') > clearance_ceiling(u.clearance)`,
      ),
    ).toBe(0);
  });
});

describe('the history of the sample', () => {
  it('is one unbroken chain that never runs backwards or ahead of the clock', async () => {
    expect(
      await numberOf(
        `(select e, lag(hash) over (order by seq) as chained, lag(at) over (order by seq) as earlier from history_event e) c
         where history_event_hash(e) <> (e).hash or (e).previous_hash <> chained
            or (e).at < earlier or (e).at > clock_timestamp()`,
      ),
    ).toBe(0);
    expect(await numberOf('history_event')).toBeGreaterThan(100);
  });
});

describe('loading the sample', () => {
  it('does nothing a second time', async () => {
    const [before, events] = [await contentOf(owner), await numberOf('history_event')];
    await loadSampleRegister(database.ownerUrl, { password, today });
    expect(await contentOf(owner)).toEqual(before);
    expect(await numberOf('history_event')).toBe(events);
    expect(await numberOf('"user"')).toBe(6);
  });

  it('gives the same register in another database, and only the missing accounts', async () => {
    const other = await createTestDatabase();
    const client = new pg.Client({ connectionString: other.ownerUrl });
    await client.connect();
    try {
      await client.query(
        `insert into "user" (name, email, clearance, caveats, all_organisations)
         values ('Priya Exemplar', 'approver@example.test', 'DV', '{UK EYES ONLY}', true)`,
      );
      await loadSampleRegister(other.ownerUrl, { password, today });
      const { rows } = await client.query(
        `select count(*)::integer as people, count(distinct a.user_id)::integer as with_password
         from "user" u left join account a on a.user_id = u.id`,
      );
      expect(rows).toEqual([{ people: 6, with_password: 5 }]);
      expect(await contentOf(client)).toEqual(await contentOf(owner));
    } finally {
      await client.end();
      await other.drop();
    }
  });

  it('leaves a register alone that has a person of its own', async () => {
    const other = await createTestDatabase();
    const client = new pg.Client({ connectionString: other.ownerUrl });
    await client.connect();
    try {
      await client.query(
        `insert into "user" (name, email) values ('Someone', 'someone@office.test')`,
      );
      await loadSampleRegister(other.ownerUrl, { password, today });
      const { rows } = await client.query(
        'select (select count(*) from "user")::integer as people, count(*)::integer as organisations from organisation',
      );
      expect(rows).toEqual([{ people: 1, organisations: 0 }]);
    } finally {
      await client.end();
      await other.drop();
    }
  });
});
