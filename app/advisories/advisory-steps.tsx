'use client';

import type { AdvisoryStatus } from '@/app/_domain/advisory';
import { ActionButton } from '@/components/action-button';
import { LinkButton } from '@/components/link-button';
import { RemoveButton } from '@/components/remove-button';
import { activateAdvisory, deleteAdvisory, withdrawAdvisory } from './actions';
import type { VerdictCounts } from './preview/data';
import { PreviewCounts } from './preview/preview-counts';

interface AdvisoryStepsProps {
  id: string;
  reference: string;
  status: AdvisoryStatus;
  version: number;
  hasRules: boolean;
  /** When the advisory last changed, as the page shows it. */
  seenAt: string;
  /** What it would cover; undefined while it is active and does. */
  counts: VerdictCounts | undefined;
}

/** What can be done with an advisory as it stands. */
export function AdvisorySteps(props: AdvisoryStepsProps) {
  const { id, reference, status, version, hasRules, seenAt, counts } = props;
  const activate = status === 'draft' ? 'Activate' : 'Activate again';
  return (
    <>
      {status === 'active' ? null : (
        <ActionButton
          tone="accent"
          action={() => activateAdvisory({ id, seenAt })}
          done={`${reference} is active`}
          {...(!hasRules && { disabledReason: 'It has no rule yet, so it would cover nothing.' })}
          confirm={{
            title: `${activate} ${reference}?`,
            text: <ActivationText counts={counts} version={version + 1} />,
            confirmLabel: activate,
          }}
        >
          {activate}
        </ActionButton>
      )}
      <LinkButton href={`/advisories/${id}/edit`} variant="default">
        Change
      </LinkButton>
      {status === 'active' ? (
        <ActionButton
          tone="danger"
          action={(reason) => withdrawAdvisory({ id, reason })}
          done={`${reference} is withdrawn`}
          confirm={{
            title: `Withdraw ${reference}?`,
            text: 'It judges no deployment any more. Decisions that rest on it are marked as needing a new decision; its versions and returns stay.',
            confirmLabel: 'Withdraw',
            reason: { label: 'Reason', required: true },
          }}
        >
          Withdraw
        </ActionButton>
      ) : null}
      {version === 0 ? (
        <RemoveButton
          id={id}
          remove={deleteAdvisory}
          label="Delete"
          what={reference}
          leadsTo="/advisories"
        />
      ) : null}
    </>
  );
}

function ActivationText(props: { counts: VerdictCounts | undefined; version: number }) {
  return (
    <>
      <p>
        As version {props.version} it judges the whole register at once and sets due dates. Of the
        deployments that you may see:
      </p>
      {props.counts ? <PreviewCounts counts={props.counts} /> : null}
    </>
  );
}
