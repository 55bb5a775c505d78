'use client';

import { SignOutButton } from '@/components/sign-out-button';

/** Ends the session and opens the sign-in page anew, so that nothing of this person stays behind. */
export function SignOut() {
  return (
    <SignOutButton
      action={async () => {
        await fetch('/api/auth/sign-out', { method: 'POST' });
        window.location.assign('/sign-in');
      }}
    />
  );
}
