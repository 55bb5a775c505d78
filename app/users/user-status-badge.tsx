import { type Tone, ToneBadge } from '@/components/tone-badge';
import { type UserStatus, userStatusLabels } from './table';

const tones: Readonly<Record<UserStatus, Tone>> = {
  active: 'good',
  invited: 'accent',
  disabled: 'neutral',
};

export function UserStatusBadge({ status }: { status: UserStatus }) {
  return <ToneBadge tone={tones[status]}>{userStatusLabels[status]}</ToneBadge>;
}
