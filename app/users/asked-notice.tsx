import { clearanceLabels } from '@/app/_domain/clearance';
import { ErrorNotice } from '@/components/error-notice';
import { Moment } from '@/components/moment';
import { AskedSteps } from './asked-steps';
import type { AskedClearance } from './data';

interface AskedNoticeProps {
  asked: AskedClearance;
  /** Of whom the clearance is. */
  name: string;
  /** Who reads the page. */
  readerId: string;
}

/** A clearance that waits for a second administrator. */
export function AskedNotice({ asked, name, readerId }: AskedNoticeProps) {
  const { clearance, clearanceExpiresOn, requestedBy, requestedByName, requestedAt } = asked;
  const isOwn = requestedBy === readerId;
  return (
    <ErrorNotice
      tone="caution"
      title={`${clearanceLabels[clearance]} waits for a second administrator`}
      what={
        <>
          {isOwn ? 'You' : requestedByName} asked for it on <Moment at={requestedAt} />
          {clearanceExpiresOn ? (
            <>
              , until <Moment at={clearanceExpiresOn.toISOString().slice(0, 10)} />
            </>
          ) : null}
          . Until it is granted, {name} sees what the present clearance allows.
        </>
      }
      action={<AskedSteps id={asked.id} clearance={clearanceLabels[clearance]} isOwn={isOwn} />}
    />
  );
}
