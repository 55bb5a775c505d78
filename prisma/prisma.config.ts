import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  // Only commands that reach a database need it; generating the client does not.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
