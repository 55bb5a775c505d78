import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Classified, highestMarking } from '@/app/_domain/marking';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery } from '@/app/_lib/table-query';
import { decisionsTable } from '@/app/decisions/table';
import { importsTable } from '@/app/imports/table';
import { organisationsTable } from '@/app/organisations/table';
import { productsTable } from '@/app/products/table';
import { registerTable } from '@/app/register/table';
import { suppliersTable } from '@/app/suppliers/table';
import { systemsTable } from '@/app/systems/table';
import type { Actor } from './actor';
import { actingFor, connectAs } from './database';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from './register.fixture';
import { classifiedOf, type HeldRow, heldByFile } from './table-marking';
import { readClassifiedPage } from './table-page';

let register: TestRegister;
let rows: SmallRegister;
let auditor: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  rows = await insertSmallRegister(register.owner);
  await insertUnused(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

/** A supplier with a product that runs nowhere. */
async function insertUnused(owner: pg.Client): Promise<void> {
  await owner.query(
    `with s as (insert into supplier (name) values ('Anchorage') returning id)
     insert into product (supplier_id, name) select id, 'Unused' from s`,
  );
}

function query(definition: TableDefinition, text: string) {
  const parsed = parseTableQuery(definition, new URLSearchParams(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

async function ofPage(definition: TableDefinition, text = '', actor = auditor): Promise<string> {
  const { held } = await readClassifiedPage(actor, definition, query(definition, text));
  return highestMarking(held);
}

async function heldRows(definition: TableDefinition, text: string, actor: Actor) {
  const statement = heldByFile(definition, query(definition, text));
  if (!statement) return [];
  return connectAs(actingFor(actor), async (connection) => {
    return (await connection.query<HeldRow>(statement)).rows;
  });
}

async function ofFile(definition: TableDefinition, text = '', actor = auditor): Promise<string> {
  const held: Classified[] = (await heldRows(definition, text, actor)).map(classifiedOf);
  return highestMarking(held);
}

describe('a table of classified rows', () => {
  it.each([registerTable, systemsTable])('$name is marked by what matches', async (table) => {
    expect(await ofFile(table)).toBe('SECRET');
    expect(await ofFile(table, 'classification=OFFICIAL')).toBe('OFFICIAL');
    expect(await ofPage(table)).toBe('SECRET');
    expect(await ofPage(table, '', official)).toBe('OFFICIAL');
    expect(await ofFile(table, '', official)).toBe('OFFICIAL');
  });

  it('marks a page by what its facets count beside what it lists', async () => {
    expect(await ofPage(registerTable, 'classification=OFFICIAL')).toBe('SECRET');
    expect(await ofPage(registerTable, 'classification=OFFICIAL&q=Post')).toBe('OFFICIAL');
  });

  it('adds what the rows are marked with beside their tier', async () => {
    const mark = (markings: string[]) =>
      register.owner.query('update system set markings = $2 where id = $1', [
        rows.systems.official,
        markings,
      ]);
    await mark(['SENSITIVE', 'COMMERCIAL']);
    expect(await ofFile(registerTable, 'classification=OFFICIAL')).toBe(
      'OFFICIAL-SENSITIVE COMMERCIAL',
    );
    expect(await ofPage(systemsTable)).toBe('SECRET COMMERCIAL');
    await mark([]);
  });

  it('takes the marking from a relation of counts where one knows it', async () => {
    const counted: TableDefinition = {
      ...registerTable,
      counts: [
        {
          source: `(values ('RU', 3::smallint, 'ATOMIC', null::uuid, 1))
            as c (country_of_origin, classification_rank, marking, organisation_id, n)`,
          columns: ['country_of_origin', 'classification_rank', 'marking', 'organisation_id'],
          count: 'n',
        },
      ],
    };
    const { held } = await readClassifiedPage(auditor, counted, query(counted, ''));
    expect(highestMarking(held)).toBe('TOP SECRET ATOMIC');
    expect(await ofFile(counted, 'country=RU')).toBe('TOP SECRET ATOMIC');
    expect(await ofFile(counted, 'country=SE&q=Post')).toBe('OFFICIAL');
    expect(await ofPage(counted, 'q=Post')).toBe('OFFICIAL');
  });
});

describe('a table that counts classified rows', () => {
  it.each([suppliersTable, productsTable])('$name is marked by what it counts', async (table) => {
    for (const marking of [ofPage, ofFile]) {
      expect(await marking(table)).toBe('SECRET');
      expect(await marking(table, 'q=Severny')).toBe('SECRET');
      expect(await marking(table, 'q=Anchorage')).toBe('OFFICIAL');
      expect(await marking(table, '', official)).toBe('OFFICIAL');
    }
  });

  it('counts systems of organisations, deployed on or not', async () => {
    await register.owner.query(
      `with o as (insert into organisation (name) values ('Quiet Office') returning id)
       insert into system (organisation_id, name, classification) select id, 'Vault', 'TOP SECRET' from o`,
    );
    expect(await ofFile(organisationsTable, 'columns=name,systems')).toBe('TOP SECRET');
    expect(await ofPage(organisationsTable, 'q=Quiet')).toBe('TOP SECRET');
    expect(await ofFile(organisationsTable, 'columns=name')).toBe('OFFICIAL');
    await register.owner.query(`delete from system where name = 'Vault'`);
    await register.owner.query(`delete from organisation where name = 'Quiet Office'`);
  });

  it('is not marked for numbers that the file neither holds nor is sorted by', async () => {
    expect(await ofFile(suppliersTable, 'columns=name')).toBe('OFFICIAL');
    expect(await ofFile(suppliersTable, 'columns=name&sort=-deployments')).toBe('SECRET');
  });
});

it('says whose organisation’s rows a file holds', async () => {
  for (const table of [registerTable, suppliersTable, organisationsTable]) {
    const held = await heldRows(table, '', auditor);
    expect(new Set(held.map(({ organisation }) => organisation))).toEqual(
      new Set([rows.organisation]),
    );
  }
});

it('reads every other table that says so', async () => {
  for (const table of [decisionsTable, importsTable]) {
    expect(await ofPage(table)).toBe('OFFICIAL');
    expect(await ofFile(table)).toBe('OFFICIAL');
  }
});
