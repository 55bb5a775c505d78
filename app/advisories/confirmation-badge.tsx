import { type Confirmation, confirmationLabels } from '@/app/_domain/advisory';
import { ToneBadge } from '@/components/tone-badge';

/** Whether the text was read at its source; what was not stands out. */
export function ConfirmationBadge({ confirmation }: { confirmation: Confirmation }) {
  const tone = confirmation === 'primary' ? 'good' : 'caution';
  return <ToneBadge tone={tone}>{confirmationLabels[confirmation]}</ToneBadge>;
}
