import pg from 'pg';
import type { Role } from '@/app/_domain/permission';
import { createAccount } from '@/prisma/accounts';
import { createTestDatabase, type TestDatabase } from '@/prisma/testing';
import { type Actor, actorOfJob } from './actor';
import { pool } from './database';

export interface TestRegister {
  owner: pg.Client;
  database: TestDatabase;
  /** A person who may sign in, acting. Sees everything up to TOP SECRET unless told. */
  person(name: string, roles: readonly Role[], scope?: { rank?: number }): Promise<Actor>;
  close(): Promise<void>;
}

/** A migrated, empty register of its own for one test file. */
export async function openTestRegister(): Promise<TestRegister> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    owner,
    database,
    async person(name, roles, { rank = 3 } = {}) {
      const id = await createAccount(owner, {
        name,
        email: `${name.toLowerCase()}@example.test`,
        password: 'a password for tests',
        roles,
        clearanceRank: rank,
        allOrganisations: true,
        caveats: ['UK EYES ONLY'],
      });
      const actor = await actorOfJob(id);
      if (!actor) throw new Error(`${name} cannot act.`);
      return actor;
    },
    async close() {
      await pool().end();
      await owner.end();
      await database.drop();
    },
  };
}

export interface SmallRegister {
  organisation: string;
  supplier: string;
  product: string;
  systems: { official: string; secret: string; unsettled: string };
  deployments: { official: string; secret: string; unsettled: string };
}

/** One product of one supplier with headquarters in Russia, on one system of each classification. */
export async function insertSmallRegister(owner: pg.Client): Promise<SmallRegister> {
  const one = async (text: string, values: unknown[]) =>
    (await owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id as string;
  const organisation = await one(`insert into organisation (name) values ($1)`, ['Harbour Office']);
  const supplier = await one(`insert into supplier (name) values ($1)`, ['Severny Software']);
  await one(
    `insert into origin_fact (supplier_id, facet, country, source) values ($1, 'headquarters', 'RU', 'Register of companies')`,
    [supplier],
  );
  const product = await one(
    `insert into product (supplier_id, name, category) values ($1, 'Severny Anti-Virus', 'antivirus')`,
    [supplier],
  );
  const system = (name: string, classification: string, label = '') =>
    one(
      `insert into system (organisation_id, name, classification, classification_label) values ($1, $2, $3, $4)`,
      [organisation, name, classification, label],
    );
  const deployment = (systemId: string) =>
    one(`insert into deployment (system_id, product_id) values ($1, $2)`, [systemId, product]);
  const systems = {
    official: await system('Post room', 'OFFICIAL'),
    secret: await system('Chart room', 'SECRET'),
    unsettled: await system('Liaison', 'UNSETTLED', 'CONFIDENTIAL'),
  };
  const deployments = {
    official: await deployment(systems.official),
    secret: await deployment(systems.secret),
    unsettled: await deployment(systems.unsettled),
  };
  return { organisation, supplier, product, systems, deployments };
}
