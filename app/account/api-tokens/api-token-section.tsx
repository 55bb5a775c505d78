'use client';

import { Code, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { apiScopeLabels } from '@/app/_domain/api-scope';
import { ErrorNotice } from '@/components/error-notice';
import { FormDialog } from '@/components/form-dialog';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { PushButton } from '@/components/push-button';
import { RemoveButton } from '@/components/remove-button';
import { ToneBadge } from '@/components/tone-badge';
import { revokeApiToken } from './actions';
import { ApiTokenForm } from './api-token-form';
import type { OwnApiToken } from './data';

const columns = [
  { label: 'Token' },
  { label: 'May' },
  { label: 'Last used' },
  { label: 'Until' },
  { label: 'Revoke' },
];

export function ApiTokenSection({ tokens }: { tokens: readonly OwnApiToken[] }) {
  const [made, setMade] = useState<string>();
  return (
    <>
      {made ? (
        <ErrorNotice
          tone="good"
          title="Copy the token now"
          what={<Code block>{made}</Code>}
          todo="It is not shown again. Keep it where only the script can read it."
          action={
            <CopyButton value={made}>
              {({ copied, copy }) => (
                <PushButton size="xs" variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the token'}
                </PushButton>
              )}
            </CopyButton>
          }
        />
      ) : null}
      {tokens.length > 0 ? (
        <PlainTable
          caption="Your API tokens"
          columns={columns}
          rows={tokens.map((token) => ({ key: token.id, cells: cellsOf(token) }))}
        />
      ) : null}
      <div>
        <FormDialog label="New token" title="New API token">
          {(close) => (
            <ApiTokenForm
              onDone={(token) => {
                setMade(token);
                close();
              }}
            />
          )}
        </FormDialog>
      </div>
    </>
  );
}

function cellsOf({ id, name, scopes, lastUsedAt, expiresAt, hasExpired }: OwnApiToken) {
  return [
    name,
    scopes.map((scope) => apiScopeLabels[scope]).join(', '),
    lastUsedAt ? <Moment key="used" at={lastUsedAt} /> : 'Never',
    hasExpired ? (
      <ToneBadge key="until" tone="caution">
        Expired
      </ToneBadge>
    ) : (
      <Moment key="until" at={expiresAt} />
    ),
    <RemoveButton key="revoke" id={id} remove={revokeApiToken} label="Revoke" what={name}>
      Whatever uses it is refused from now on.
    </RemoveButton>,
  ];
}
