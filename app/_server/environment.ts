type Name =
  | 'APP_DATABASE_URL'
  | 'BETTER_AUTH_SECRET'
  | 'BASE_URL'
  | 'DATA_DIR'
  | 'HISTORY_KEY_FILE';

/** A number that the operator may set, above 0; `usual` where it is not set. */
export function wholeNumber(
  name: 'API_LIMIT' | 'EXPORT_LIMIT' | 'UPLOAD_LIMIT' | 'UPLOAD_MEGABYTES',
  usual: number,
): number {
  const given = process.env[name];
  if (!given) return usual;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new Error(`${name} is "${given}". It should be a whole number above 0.`);
}

/** Bytes of an import at most; 2 GB unless the operator says otherwise. */
export function largestUpload(): number {
  return wholeNumber('UPLOAD_MEGABYTES', 2000) * 1_000_000;
}

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
