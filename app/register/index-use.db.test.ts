import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultQuery, parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import type { Statement } from '@/app/_server/table-conditions';
import { pageStatement } from '@/app/_server/table-sql';
import { registerTable } from './table';

// Under the policies an index is used for leak-proof comparisons only, and a sequential scan of a register
// would be noticed by nobody until it is large. So the plans are looked at, with 100,000 rows.

let register: TestRegister;
let reader: Actor;
let connection: pg.Client;
let plans: string[] = [];

beforeAll(async () => {
  register = await openTestRegister();
  // Neither cleared for all nor for all organisations nor a holder of the caveat: every condition counts.
  reader = await register.person('Reader', ['auditor'], { rank: 2 });
  connection = new pg.Client({ connectionString: register.database.superuserUrl });
  await connection.connect();
  await fill();
  await connection.query(`load 'auto_explain'`);
  await connection.query(
    `set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
     set auto_explain.log_level = notice; set role register_app`,
  );
  connection.on('notice', ({ message }) => plans.push(message ?? ''));
}, 120_000);

afterAll(async () => {
  await connection.end();
  await register.close();
});

/** Straight into the tables: what triggers would make of it is told here. */
async function fill(): Promise<void> {
  await connection.query(
    `set session_replication_role = replica;
     insert into organisation (name) select 'Office ' || n from generate_series(1, 20) n;
     insert into supplier (name) select 'Supplier ' || md5(n::text) from generate_series(1, 8000) n;
     insert into product (supplier_id, name, category)
       select id, 'Product ' || md5(name || n), 'antivirus' from supplier, generate_series(1, 2) n;
     insert into system (organisation_id, name, classification, classification_rank, markings, compartment_id)
       select id, 'System ' || md5(name || n), (array['OFFICIAL', 'SECRET', 'TOP SECRET'])[1 + n % 3], 1 + n % 3,
         case when n % 5 = 0 then array['UK EYES ONLY'] else '{}' end,
         case when n % 5 = 0 then compartment_of(array['UK EYES ONLY']) else 0 end
       from organisation, generate_series(1, 1000) n;
     insert into deployment (system_id, product_id)
       select s.id, p.id
       from (select id, row_number() over (order by name) as n from system) s
       cross join generate_series(0, 4) k
       join (select id, row_number() over (order by name) as n from product) p on p.n = 1 + (s.n * 7 + k * 301) % 16000;
     insert into user_organisation (user_id, organisation_id)
       select '${reader.id}', id from organisation where name like 'Office 1%';
     update "user" set all_organisations = false, caveats = '{}' where id = '${reader.id}'`,
  );
  const { rows } = await connection.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'public' and table_name = 'register_source'`,
  );
  await connection.query(
    `insert into register_entry (valid_from, access_rank, access_compartment_id, ${rows[0]?.columns})
     select now(), classification_rank, compartment_id, ${rows[0]?.columns} from register_source`,
  );
  await connection.query('set session_replication_role = origin');
  await connection.query('vacuum analyze');
}

/** The plans of the statement and of those inside of its functions, as the reader. */
async function plansOf({ text, values }: Statement): Promise<string> {
  await connection.query('begin');
  await connection.query(`select set_config('app.actor_id', $1, true)`, [reader.id]);
  plans = [];
  await connection.query(text, values);
  const found = plans.join('\n');
  await connection.query('rollback');
  return found;
}

function queryOf(search: string) {
  const parsed = parseTableQuery(registerTable, new URLSearchParams(search));
  if (!parsed.ok) throw new Error(search);
  return parsed.query;
}

const wholeTables = /Seq Scan on (register_entry|deployment|system|product|supplier)\b/g;

it('has as many rows as it takes', async () => {
  const { rows } = await register.owner.query(
    'select count(*)::integer as rows from register_entry',
  );
  expect(rows).toEqual([{ rows: 100_000 }]);
});

it('the first page reads an index in its order', async () => {
  const plan = await plansOf(pageStatement(registerTable, defaultQuery(registerTable)));
  expect(plan).toMatch(/Index (Only )?Scan using register_entry_/);
  expect(plan.match(wholeTables)).toBeNull();
});

it.each(['country=RU&classification.min=SECRET', 'due.before=2026-12-31', 'category=antivirus'])(
  'a page with %s reads no table whole',
  async (search) => {
    const plan = await plansOf(pageStatement(registerTable, queryOf(search)));
    expect(plan.match(wholeTables)).toBeNull();
  },
);

it('text is found by the indexes of the names, under the policies', async () => {
  const { rows } = await register.owner.query('select name from system order by name limit 1');
  const word = rows[0].name.slice(-12);
  const plan = await plansOf(pageStatement(registerTable, queryOf(`q=${word}`)));
  for (const index of ['supplier_name_words', 'product_name_words', 'system_name_words']) {
    expect(plan).toContain(`Bitmap Index Scan on ${index}`);
  }
  expect(plan.match(wholeTables)).toBeNull();
});
