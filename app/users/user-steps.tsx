'use client';

import { Group } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '@/components/action-button';
import { disableUser, enableUser, inviteUser, removeSecondFactors, signUserOut } from './actions';
import type { Invitation, User } from './data';
import { InvitationLink } from './invitation-link';

/** What can be done with another user's account. */
export function UserSteps({ user }: { user: User }) {
  const [invitation, setInvitation] = useState<Invitation>();
  const { id, name, disabled, sessions, hasSecondFactor } = user;
  return (
    <>
      {invitation ? <InvitationLink name={name} invitation={invitation} /> : null}
      <Group gap="sm" align="flex-start">
        <ActionButton
          action={async () => {
            const outcome = await inviteUser({ id });
            if (outcome.ok) setInvitation(outcome.value);
            return outcome;
          }}
          {...(disabled && { disabledReason: 'Enable the user first.' })}
          confirm={{
            title: 'Make a new link?',
            text: `${name} sets a new password with it, and is signed out everywhere by doing so. Until then the present password works. Earlier links stop working. A clearance for SECRET or above is suspended until another administrator grants it anew.`,
            confirmLabel: 'Make a link',
          }}
        >
          New password link
        </ActionButton>
        <ActionButton
          action={() => signUserOut({ id })}
          done={`${name} is signed out.`}
          {...(sessions === 0 && { disabledReason: 'Not signed in anywhere.' })}
        >
          Sign out everywhere
        </ActionButton>
        <ActionButton
          action={() => removeSecondFactors({ id })}
          done={`${name} signs in with the password alone, until another second factor is set up.`}
          {...(!hasSecondFactor && { disabledReason: 'There is no second factor.' })}
          confirm={{
            title: 'Remove the second factors?',
            text: `For ${name}, who has lost them. Make sure that it is ${name} who asks: from now on the password alone opens the account, or leads to setting up another second factor.`,
            confirmLabel: 'Remove',
          }}
        >
          Remove second factors
        </ActionButton>
        {disabled ? (
          <ActionButton action={() => enableUser({ id })} done={`${name} can sign in again.`}>
            Enable
          </ActionButton>
        ) : (
          <ActionButton
            tone="danger"
            action={() => disableUser({ id })}
            done={`${name} can no longer sign in.`}
            confirm={{
              title: `Disable ${name}?`,
              text: 'The person is signed out at once and cannot sign in. What they did stays in the history. You can enable them again.',
              confirmLabel: 'Disable',
            }}
          >
            Disable
          </ActionButton>
        )}
      </Group>
    </>
  );
}
