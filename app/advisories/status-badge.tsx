import { type AdvisoryStatus, advisoryStatusLabels } from '@/app/_domain/advisory';
import { advisoryStatusTones } from '@/app/_domain/tone';
import { ToneBadge } from '@/components/tone-badge';

export function StatusBadge({ status }: { status: AdvisoryStatus }) {
  return <ToneBadge tone={advisoryStatusTones[status]}>{advisoryStatusLabels[status]}</ToneBadge>;
}
