import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from '@/components/address-link';
import { FactList } from '@/components/fact-list';
import { Moment } from '@/components/moment';
import type { HistoryEvent } from '../data';
import { actionWords, entityWords } from '../event-words';
import styles from './event-facts.module.css';

/** Who did what, when and why. */
export function EventFacts({ event }: { event: HistoryEvent }) {
  const { at, actorName, action, entity, reason, requestId, rowCount, subject } = event;
  const { name, href } = subject;
  return (
    <FactList
      columns={3}
      facts={[
        { label: 'When', value: <Moment at={at} /> },
        { label: 'Who', value: actorName },
        { label: 'What', value: `${entityWords(entity)}: ${actionWords(action)}` },
        rowCount > 1
          ? { label: 'Rows', value: formatInteger(rowCount) }
          : { label: 'Record', value: href ? <AddressLink href={href}>{name}</AddressLink> : name },
        { label: 'Why', value: reason },
        {
          label: 'Request',
          value: requestId && (
            <AddressLink href={`/history?request=${requestId}`}>All that it changed</AddressLink>
          ),
        },
      ]}
    />
  );
}

/** Where the event stands between its neighbours. */
export function ChainFacts({ event: { seq, previousHash, hash } }: { event: HistoryEvent }) {
  const before = BigInt(seq) - 1n;
  return (
    <FactList
      facts={[
        { label: 'Hash', value: <code className={styles.code}>{hash}</code> },
        {
          label: 'Hash of the event before',
          value: <code className={styles.code}>{previousHash}</code>,
          note:
            before > 0n ? (
              <AddressLink href={`/history/${before}`}>Event {String(before)}</AddressLink>
            ) : (
              'This is the first event.'
            ),
        },
      ]}
    />
  );
}
