import { defineConfig } from 'vitest/config';

const sources = '{app,components,prisma}/**';
const structure = 'app/structure.test.ts';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Two cores, and PostgreSQL needs its share.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${sources}/*.test.ts`],
          exclude: ['**/*.db.test.ts', structure, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'structure', include: [structure] },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${sources}/*.db.test.ts`],
          globalSetup: 'prisma/testing-server.ts',
          // Bounds for what hangs, not for what is slow on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
