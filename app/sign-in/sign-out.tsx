'use client';

import { SignOutButton } from '@/components/sign-out-button';

/** Ends the session and opens the sign-in page anew, so that nothing of this person stays behind. */
export function SignOut() {
  return (
    <SignOutButton
      action={async () => {
        const { ok } = await fetch('/api/auth/sign-out', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        if (!ok) throw new Error('You are still signed in: the register did not end the session.');
        window.location.assign('/sign-in');
      }}
    />
  );
}
