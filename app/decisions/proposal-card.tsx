import type { ClassificationCode } from '@/app/_domain/classification';
import { countryName } from '@/app/_domain/country';
import { basisLabels, outcomeLabels } from '@/app/_domain/decision';
import { classificationTones } from '@/app/_domain/tone';
import { formatInteger } from '@/app/_lib/format';
import type { Actor } from '@/app/_server/actor';
import { AddressLink } from '@/components/address-link';
import { FactList } from '@/components/fact-list';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { ToneBadge } from '@/components/tone-badge';
import { allowancesOf } from './allowances';
import type { WaitingProposal } from './data';
import styles from './decision-card.module.css';
import { ProposalSteps } from './proposal-steps';

/** One proposal that waits, for all its deployments at once. */
export function ProposalCard({ proposal, actor }: { proposal: WaitingProposal; actor: Actor }) {
  const { deployments, count, outcome, advised, changed } = proposal;
  const part = (words: string, some: number) =>
    some === count ? words : `${words}: ${formatInteger(some)}`;
  const allowances = allowancesOf(actor, 'proposed', proposal.proposedById);
  const title = `${outcomeLabels[outcome]}: ${formatInteger(count)} ${count === 1 ? 'deployment' : 'deployments'}`;
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {advised > 0 ? (
          <ToneBadge tone="neutral">{part(basisLabels.advised, advised)}</ToneBadge>
        ) : null}
        {advised < count ? (
          <ToneBadge tone="caution">{part(basisLabels.precautionary, count - advised)}</ToneBadge>
        ) : null}
        {changed > 0 ? (
          <ToneBadge tone="danger">{part('Facts have changed', changed)}</ToneBadge>
        ) : null}
      </header>
      <FactList
        columns={3}
        facts={[
          { label: 'Rationale', value: proposal.rationale },
          {
            label: 'Proposed by',
            value: proposal.proposedBy,
            note: <Moment at={proposal.proposedAt} />,
          },
          ...(proposal.dueOn ? [{ label: 'Due', value: <Moment at={proposal.dueOn} /> }] : []),
          ...(proposal.expiresOn
            ? [{ label: 'Expires', value: <Moment at={proposal.expiresOn} /> }]
            : []),
          ...(proposal.basisReason
            ? [{ label: 'Why, although nothing requires it', value: proposal.basisReason }]
            : []),
        ]}
      />
      <PlainTable
        caption={
          count > deployments.length
            ? `The first ${deployments.length} of ${formatInteger(count)} deployments`
            : 'Deployments'
        }
        columns={['Product', 'Supplier', 'Country of origin', 'System', 'Classification'].map(
          (label) => ({ label }),
        )}
        rows={deployments.map((deployment) => ({
          key: deployment.id,
          cells: [
            <AddressLink key="product" href={`/register/${deployment.id}`}>
              {deployment.product}
            </AddressLink>,
            deployment.supplier,
            deployment.country === 'none' ? 'Not recorded' : countryName(deployment.country),
            `${deployment.system}, ${deployment.organisation}`,
            <ToneBadge
              key="classification"
              tone={classificationTones[deployment.classification as ClassificationCode]}
            >
              {deployment.classification}
            </ToneBadge>,
          ],
        }))}
      />
      {count > deployments.length ? (
        <p>
          <AddressLink href={`/decisions?state=proposed&proposal=${proposal.proposalId}`}>
            See all {formatInteger(count)}
          </AddressLink>
        </p>
      ) : null}
      <ProposalSteps
        proposalId={proposal.proposalId}
        digest={proposal.digest}
        allowances={allowances}
      />
    </article>
  );
}
