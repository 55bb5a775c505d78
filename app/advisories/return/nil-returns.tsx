import { nilReturnLabels } from '@/app/_domain/advisory-return';
import { can } from '@/app/_domain/permission';
import { nilReturnTones } from '@/app/_domain/tone';
import type { Actor } from '@/app/_server/actor';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { ToneBadge } from '@/components/tone-badge';
import type { ReturnRow } from './data';
import styles from './return.module.css';
import { isClearedForAll } from './sight';
import { SignDialog } from './sign-dialog';

interface NilReturnsProps {
  actor: Actor;
  advisory: { id: string; reference: string };
  rows: readonly ReturnRow[];
}

/** The organisations with nothing in scope and those that signed so once; each with what stands. */
export function NilReturns({ actor, advisory, rows }: NilReturnsProps) {
  const maySign = can(actor.roles, 'advisory:return');
  const isCleared = isClearedForAll(actor);
  const canSign = maySign && isCleared;
  return (
    <>
      {maySign && !isCleared ? (
        <p>
          A return speaks of all systems of the organisation, those that you may not see included.
          Somebody cleared to TOP SECRET who holds every caveat and is in every group has to sign
          it.
        </p>
      ) : null}
      <PlainTable
        caption="Nil returns"
        columns={[
          { label: 'Organisation' },
          { label: 'Nil return' },
          { label: 'Signed by' },
          { label: 'Statement' },
        ]}
        rows={rows.flatMap((row) => {
          const { nilReturn, signedAt, signedBy } = row;
          if (nilReturn === '') return [];
          return {
            key: row.organisationId,
            cells: [
              row.organisation,
              <span key="standing" className={styles.standing}>
                <ToneBadge tone={nilReturnTones[nilReturn]}>{nilReturnLabels[nilReturn]}</ToneBadge>
                {canSign && isDue(row) ? <Sign advisory={advisory} row={row} /> : null}
              </span>,
              signedAt ? (
                <span key="signed">
                  {signedBy}, <Moment at={signedAt} />
                </span>
              ) : null,
              <div key="statement" className={styles.statement}>
                {row.statement}
              </div>,
            ],
          };
        })}
        empty="Every organisation that you may see has something in scope."
      />
    </>
  );
}

function isDue({ nilReturn, in_scope, cannot_tell }: ReturnRow): boolean {
  const isOpen = nilReturn === 'missing' || nilReturn === 'lapsed' || nilReturn === 'outdated';
  return isOpen && in_scope + cannot_tell === 0;
}

function Sign({ advisory, row }: { advisory: NilReturnsProps['advisory']; row: ReturnRow }) {
  return (
    <SignDialog
      advisoryId={advisory.id}
      reference={advisory.reference}
      organisationId={row.organisationId}
      organisation={row.organisation}
    />
  );
}
