import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import type { Outcome } from '@/app/_server/refusal';

export type Credentials = { email: string; password: string };

const messages: Record<number, string> = {
  400: 'Enter your e-mail address and your password.',
  401: 'The e-mail address or the password is wrong, or the account is disabled.',
  403: 'The register was opened under an address that it does not know. Use the one that your administrator gave you.',
  429: 'Too many failed attempts. Wait 15 minutes, then try again.',
};

/** Signs in from the browser; the session's cookie comes with the answer. */
export async function signIn({ email, password }: Credentials): Promise<Outcome<null>> {
  const response = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: email.trim(), password }),
  });
  if (response.ok) return { ok: true, value: null };
  return {
    ok: false,
    kind: 'forbidden',
    message: messages[response.status] ?? 'The register could not sign you in. Try again.',
  };
}

export async function signInByPasskey(answer: AuthenticationResponseJSON): Promise<Outcome<null>> {
  const response = await fetch('/api/auth/sign-in/passkey', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer }),
  });
  if (response.ok) return { ok: true, value: null };
  return {
    ok: false,
    kind: 'forbidden',
    message: 'The passkey is not known here, or the account is disabled.',
  };
}

/** Goes to the provider of single sign-on, which sends the browser back to `next`. */
export async function signInByProvider(next: string): Promise<Outcome<null>> {
  const response = await fetch('/api/auth/sign-in/social', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ provider: 'oidc', callbackURL: next, errorCallbackURL: '/sign-in' },
      disableRedirect: true,
    }),
  });
  if (response.ok) return openAnew((await response.json()).url);
  return {
    ok: false,
    kind: 'conflict',
    message: 'The provider of single sign-on cannot be reached. Try again later.',
  };
}

/**
 * Goes to `address` as a new page, so that the frame is drawn for whoever is signed in by now.
 * Never settles: the form stays busy until the new page is there.
 */
export function openAnew(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => {});
}

/** Signs in with the password that has just been set, and opens `address`. */
export async function signInAnew(credentials: Credentials, address: string): Promise<never> {
  const { ok } = await signIn(credentials);
  return openAnew(ok ? address : '/sign-in');
}
