'use client';

import { Group } from '@mantine/core';
import { ActionButton } from '@/components/action-button';
import { decideClearance } from './actions';

interface AskedStepsProps {
  /** Of the request. */
  id: string;
  clearance: string;
  /** Asked for by the reader, who can only withdraw it. */
  isOwn: boolean;
}

export function AskedSteps({ id, clearance, isOwn }: AskedStepsProps) {
  return (
    <Group gap="sm" align="flex-start">
      <ActionButton
        tone="accent"
        action={() => decideClearance({ id, granted: true })}
        done={`${clearance} is granted.`}
        {...(isOwn && { disabledReason: 'You asked for it; another administrator grants it.' })}
      >
        Grant {clearance}
      </ActionButton>
      <ActionButton
        action={() => decideClearance({ id, granted: false })}
        done={isOwn ? 'The request is withdrawn.' : `${clearance} is refused.`}
      >
        {isOwn ? 'Withdraw' : 'Refuse'}
      </ActionButton>
    </Group>
  );
}
