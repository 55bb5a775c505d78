import { verdictLabels } from '@/app/_domain/exposure';
import { CountBar, type CountBarItem } from '@/components/count-bar';
import type { VerdictCounts } from './data';

/** How many deployments get which verdict. */
export function PreviewCounts({ counts }: { counts: VerdictCounts }) {
  const items: CountBarItem[] = [
    { label: verdictLabels.in, value: counts.in, tone: 'danger' },
    { label: verdictLabels.cannot_tell, value: counts.cannotTell, tone: 'caution' },
    { label: verdictLabels.out_no_action, value: counts.noAction, tone: 'good' },
    { label: verdictLabels.out, value: counts.out, tone: 'neutral' },
  ];
  return <CountBar items={items} />;
}
