import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection to the migrated database that each test database is copied from. */
    templateUrl: string;
  }
}

/** One PostgreSQL for all integration tests, gone when they end. */
export default async function startTestingServer(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'register-test-'));
  const server = await startEmbedded(folder, { throwaway: true });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  try {
    await migrate(server.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('templateUrl', server.ownerUrl);
  return stop;
}
