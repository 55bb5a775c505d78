import { ToneBadge } from '@/components/tone-badge';
import { type ReceiptState, receiptStateLabels } from './table';

export function StateBadge({ state }: { state: ReceiptState }) {
  return (
    <ToneBadge tone={state === 'complete' ? 'good' : 'caution'}>
      {receiptStateLabels[state]}
    </ToneBadge>
  );
}
