type Name =
  | 'APP_DATABASE_URL'
  | 'BETTER_AUTH_SECRET'
  | 'BASE_URL'
  | 'DATA_DIR'
  | 'HISTORY_KEY_FILE';

/** What the launcher hands to the application; a missing name is a mistake of the operator. */
export function environment(name: Name): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `The environment variable ${name} is not set. Start with "npm start" or "npm run demo".`,
    );
  }
  return value;
}
