import { type ClassificationCode, classificationLabels } from '@/app/_domain/classification';
import { type Tone, ToneBadge } from '@/components/tone-badge';

const tones: Readonly<Record<ClassificationCode, Tone>> = {
  OFFICIAL: 'neutral',
  SECRET: 'caution',
  'TOP SECRET': 'danger',
  UNSETTLED: 'accent',
};

interface ClassificationBadgeProps {
  code: ClassificationCode;
  /** As it was supplied, where it has no UK tier. */
  label?: string;
}

export function ClassificationBadge({ code, label }: ClassificationBadgeProps) {
  return (
    <ToneBadge tone={tones[code]}>
      {classificationLabels[code]}
      {label ? ` (${label})` : null}
    </ToneBadge>
  );
}
