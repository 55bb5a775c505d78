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

type OptionalName =
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_CLIENT_SECRET_FILE'
  | 'OIDC_NAME'
  | 'OIDC_SCOPES'
  | 'OIDC_GROUPS_CLAIM';

/** What an operator may set; undefined where it is not, or empty. */
export function optionalEnvironment(name: OptionalName): string | undefined {
  return process.env[name] || undefined;
}
