import type { ClassificationCode } from '@/app/_domain/classification';
import { protectiveMarking } from '@/app/_domain/marking';
import { classificationTones } from '@/app/_domain/tone';
import { ToneBadge } from '@/components/tone-badge';

interface ClassificationBadgeProps {
  code: ClassificationCode;
  markings: readonly string[];
  /** As it was supplied, where it has no UK tier. */
  label: string;
}

/** The classification with its markings; an unsettled one by the label that awaits a person. */
export function ClassificationBadge({ code, markings, label }: ClassificationBadgeProps) {
  return (
    <ToneBadge tone={classificationTones[code]}>
      {code === 'UNSETTLED' ? `${label}: unsettled` : protectiveMarking(code, markings)}
    </ToneBadge>
  );
}
