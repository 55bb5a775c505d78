'use client';

import { Button, Code, CopyButton } from '@mantine/core';
import { ErrorNotice } from '@/components/error-notice';
import { Moment } from '@/components/moment';
import type { Invitation } from './data';

/** The link is shown this once: the register keeps only its hash and sends nothing by itself. */
export function InvitationLink({ name, invitation }: { name: string; invitation: Invitation }) {
  return (
    <ErrorNotice
      tone="good"
      title={`Give this link to ${name}`}
      what={<Code block>{invitation.link}</Code>}
      todo={
        <>
          Whoever opens it first sets the password, so hand it over by a way that you trust. It
          works once, until <Moment at={invitation.expiresAt} />, and is not shown again.
        </>
      }
      action={
        <CopyButton value={invitation.link}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
      }
    />
  );
}
