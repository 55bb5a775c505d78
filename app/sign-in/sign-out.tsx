'use client';

import { SignOutButton } from '@/components/sign-out-button';

/** Ends the session and opens the sign-in page anew, by way of the provider if there is one, so that nothing of this person stays behind. */
export function SignOut() {
  return (
    <SignOutButton
      action={async () => {
        const answer = await fetch('/api/auth/sign-out', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        if (!answer.ok) {
          throw new Error('You are still signed in: the register did not end the session.');
        }
        // Where the provider of single sign-on has a session too, it is to end that.
        const { url } = answer.status === 200 ? await answer.json() : { url: '/sign-in' };
        window.location.assign(url);
      }}
    />
  );
}
