import { ErrorNotice } from '@/components/error-notice';
import { SettleDialog } from './settle-dialog';

interface SettleNoticeProps {
  id: string;
  label: string;
  markings: string[];
  mayWrite: boolean;
}

/** Says that a classification has no UK tier yet, and lets a person give it one. */
export function SettleNotice({ id, label, markings, mayWrite }: SettleNoticeProps) {
  return (
    <ErrorNotice
      tone="accent"
      title={`The classification was supplied as “${label}”, which is no UK tier`}
      what="Until a person settles it, the system is handled as SECRET."
      action={
        mayWrite ? (
          <SettleDialog id={id} label={label} markings={markings} />
        ) : (
          'A data steward or a risk officer can settle it.'
        )
      }
    />
  );
}
