'use client';

import { Group } from '@mantine/core';
import { useState } from 'react';
import type { SecondFactors } from '@/app/sign-in/second-factor/data';
import { RecoveryCodeList } from '@/app/sign-in/second-factor/recovery-code-list';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { makeRecoveryCodes, removeAuthenticator } from './actions';
import { PasswordDialog } from './password-dialog';

/** The authenticator app of one's own account, and what can be done with it. */
export function AuthenticatorSection({ factors }: { factors: SecondFactors }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { authenticator, isRequired } = factors;
  if (codes) {
    return (
      <RecoveryCodeList
        codes={codes}
        continueLabel="I have kept them"
        onContinue={() => setCodes(undefined)}
      />
    );
  }
  if (!authenticator) {
    return (
      <>
        <p>You have none. An authenticator app on your phone shows a code that changes.</p>
        <div>
          <LinkButton href="/account/second-factor" variant="default">
            Set up an authenticator app
          </LinkButton>
        </div>
      </>
    );
  }
  const { since, recoveryCodesLeft } = authenticator;
  return (
    <>
      <FactList
        columns={2}
        facts={[
          {
            label: 'Authenticator app',
            value: (
              <>
                Set up <Moment at={since} />
              </>
            ),
            note: isRequired ? 'Your roles need one: it can be replaced, not removed.' : null,
          },
          { label: 'Recovery codes left', value: String(recoveryCodesLeft) },
        ]}
      />
      <Group gap="sm">
        <LinkButton href="/account/second-factor" variant="default" size="xs">
          Replace
        </LinkButton>
        <PasswordDialog
          label="Make new recovery codes"
          title="Make new recovery codes?"
          action={makeRecoveryCodes}
          done="The earlier recovery codes no longer work."
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        >
          Those that are left stop working.
        </PasswordDialog>
        {isRequired ? null : (
          <PasswordDialog
            label="Remove"
            title="Remove the authenticator app?"
            action={removeAuthenticator}
            done="The authenticator app is removed."
          >
            You will sign in with your password alone. The recovery codes stop working too.
          </PasswordDialog>
        )}
      </Group>
    </>
  );
}
