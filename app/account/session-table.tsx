'use client';

import { ActionButton } from '@/components/action-button';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { ToneBadge } from '@/components/tone-badge';
import { revokeOtherSessions, revokeSession } from './actions';
import type { OwnSession } from './data';
import { deviceName } from './device';

const columns = [
  { label: 'Device' },
  { label: 'Address' },
  { label: 'Signed in' },
  { label: 'Last used' },
  { label: 'End' },
];

export function SessionTable({ sessions }: { sessions: readonly OwnSession[] }) {
  const kept = sessions.find(({ isThis }) => isThis)?.id;
  return (
    <>
      <PlainTable
        caption="Your sessions"
        columns={columns}
        rows={sessions.map((session) => ({ key: session.id, cells: cellsOf(session) }))}
      />
      <div>
        <ActionButton
          action={() => revokeOtherSessions({ id: kept })}
          done="You are signed out everywhere else."
          {...(sessions.length < 2 && { disabledReason: 'There is no other session.' })}
        >
          Sign out everywhere else
        </ActionButton>
      </div>
    </>
  );
}

function cellsOf({ id, userAgent, address, signedInAt, usedAt, isThis }: OwnSession) {
  const device = deviceName(userAgent);
  return [
    device,
    address || 'Not known',
    <Moment key="signedIn" at={signedInAt} />,
    <Moment key="used" at={usedAt} />,
    isThis ? (
      <ToneBadge key="end" tone="good">
        This one
      </ToneBadge>
    ) : (
      <ActionButton
        key="end"
        size="xs"
        action={() => revokeSession({ id })}
        done={`The session on ${device} is ended.`}
      >
        End
      </ActionButton>
    ),
  ];
}
