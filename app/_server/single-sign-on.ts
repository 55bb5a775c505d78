import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { transactAs } from './database';
import { environment, optionalEnvironment } from './environment';

/** The one provider's name inside better-auth, which stands in the address that it sends people back to. */
export const providerId = 'oidc';

export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people know it by. */
  name: string;
  scopes: string[];
  /** The claim that lists a person's groups. */
  groupsClaim: string;
}

/**
 * The provider of single sign-on, if the operator has named one. In the environment and not among
 * the settings, since its secret is to be in no database.
 */
export function singleSignOn(): Provider | undefined {
  const issuer = optionalEnvironment('OIDC_ISSUER');
  if (!issuer) return undefined;
  const clientId = optionalEnvironment('OIDC_CLIENT_ID');
  const file = optionalEnvironment('OIDC_CLIENT_SECRET_FILE');
  const clientSecret = file
    ? readFileSync(file, 'utf8').trim()
    : optionalEnvironment('OIDC_CLIENT_SECRET');
  if (!clientId || !clientSecret) {
    throw new Error(
      'OIDC_ISSUER is set: set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE or OIDC_CLIENT_SECRET too.',
    );
  }
  return {
    ...{ issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret },
    name: optionalEnvironment('OIDC_NAME') ?? 'single sign-on',
    scopes: (optionalEnvironment('OIDC_SCOPES') ?? 'openid profile email').split(/\s+/),
    groupsClaim: optionalEnvironment('OIDC_GROUPS_CLAIM') ?? 'groups',
  };
}

/** The provider as better-auth wants it: found by discovery, with PKCE, a nonce and a verified ID token. */
export function singleSignOnConfig(provider: Provider): GenericOAuthConfig {
  const { issuer, clientId, clientSecret, name, scopes, groupsClaim } = provider;
  return {
    ...{ providerId, name, clientId, clientSecret, scopes },
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    postLogoutRedirectURI: `${environment('BASE_URL')}/sign-in`,
    async mapProfileToUser(claims) {
      await provideUser(claims, groupsClaim);
      return {};
    },
  };
}

// Before better-auth looks for the person: it then finds one who is linked, or refuses.
async function provideUser(claims: Record<string, unknown>, groupsClaim: string): Promise<void> {
  const { sub, email, name } = claims;
  if (typeof sub !== 'string' || typeof email !== 'string') return;
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  const groups = [claims[groupsClaim]].flat().filter((group) => typeof group === 'string');
  await transactAs(
    { actorId: '', changeId: randomUUID(), reason: 'Single sign-on' },
    (transaction) => transaction.$queryRaw`
      select provide_user(${sub}, ${email}, ${isVerified}, ${String(name ?? '')}, ${groups}::text[])::text`,
  );
}
