import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';

export type { Prisma } from './generated/client.ts';
export { PrismaClient };

/** A Prisma client that shares `pool` with the hand-written SQL, over the tables of a schema. */
export function createPrismaClient(pool: Pool, schema: 'public' | 'as_at'): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { schema }) });
}
