import { changedFactWords } from '@/app/_domain/changed-facts';
import { basisLabels, outcomeLabels, stateLabels } from '@/app/_domain/decision';
import { can } from '@/app/_domain/permission';
import { stateTones } from '@/app/_domain/tone';
import type { Actor } from '@/app/_server/actor';
import { AddressLink } from '@/components/address-link';
import { ErrorNotice } from '@/components/error-notice';
import { FactList } from '@/components/fact-list';
import { Moment } from '@/components/moment';
import { RecordLink } from '@/components/record-link';
import { Story } from '@/components/story';
import { ToneBadge } from '@/components/tone-badge';
import { allowancesOf } from './allowances';
import type { DecisionEventAction, DecisionStory } from './data';
import styles from './decision-card.module.css';
import { DecisionSteps } from './decision-steps';
import { EvidenceForm } from './evidence-form';

const pastTense: Readonly<Record<DecisionEventAction, string>> = {
  propose: 'Proposed',
  approve: 'Approved',
  reject: 'Rejected',
  withdraw: 'Withdrawn',
  start: 'Started',
  complete: 'Done',
  expire: 'Expired',
  supersede: 'Superseded',
  import: 'Imported',
};

interface DecisionCardProps {
  decision: DecisionStory;
  /** Who may take its next step; nobody in the past. */
  actor?: Actor | undefined;
}

/** One decision: what, why, by whom, its story so far, and the steps that can be taken now. */
export function DecisionCard({ decision, actor }: DecisionCardProps) {
  const isOpen = ['proposed', 'approved', 'in_progress'].includes(decision.state);
  const changed = changedFactWords(decision.changedFacts);
  const date = (value: Date | null) => value?.toISOString().slice(0, 10) ?? '';
  return (
    <article className={styles.card} aria-label={`Decision: ${outcomeLabels[decision.outcome]}`}>
      <header className={styles.head}>
        <h3>{outcomeLabels[decision.outcome]}</h3>
        <ToneBadge tone={stateTones[decision.state]}>{stateLabels[decision.state]}</ToneBadge>
        <ToneBadge tone={decision.basis === 'precautionary' ? 'caution' : 'neutral'}>
          {basisLabels[decision.basis]}
        </ToneBadge>
      </header>
      {changed.length > 0 ? (
        <ErrorNotice
          tone="caution"
          title="Needs a new decision"
          what={
            <>
              What it rested on has changed:
              <ul>
                {changed.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          }
        />
      ) : null}
      <FactList
        columns={3}
        facts={[
          { label: 'Rationale', value: decision.rationale },
          ...(decision.basisReason
            ? [{ label: 'Why, although nothing requires it', value: decision.basisReason }]
            : []),
          ...(decision.advisory
            ? [
                {
                  label: 'Answers',
                  value: (
                    <RecordLink href={`/advisories/${decision.advisory.id}`}>
                      {decision.advisory.reference}
                    </RecordLink>
                  ),
                  note: `In version ${decision.advisoryVersion}`,
                },
              ]
            : []),
          ...(decision.dueOn
            ? [{ label: 'Due', value: <Moment at={date(decision.dueOn)} /> }]
            : []),
          ...(decision.expiresOn
            ? [{ label: 'Expires', value: <Moment at={date(decision.expiresOn)} /> }]
            : []),
        ]}
      />
      <Story
        events={decision.events.map((event) => ({
          id: String(event.id),
          at: event.at.toISOString(),
          title: pastTense[event.action],
          by: event.actorName,
          body: event.action === 'propose' ? undefined : event.comment,
          tone: stateTones[event.toState],
        }))}
      />
      {decision.evidence.length > 0 ? (
        <div>
          <h4>Evidence</h4>
          <ul className={styles.evidence}>
            {decision.evidence.map((item) => (
              <li key={item.id}>
                {item.kind === 'link' ? (
                  <a href={item.url} rel="noreferrer noopener">
                    {item.url}
                  </a>
                ) : (
                  <AddressLink href={`/decisions/evidence/${item.id}`}>{item.fileName}</AddressLink>
                )}{' '}
                <span className={styles.note}>
                  {item.addedByName}, <Moment at={item.addedAt.toISOString()} />
                  {item.sha256 ? (
                    <>
                      {' '}
                      · SHA-256 <code>{item.sha256}</code>
                    </>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {isOpen && actor ? (
        <DecisionSteps
          id={decision.id}
          contentHash={decision.contentHash}
          state={decision.state}
          allowances={allowancesOf(actor, decision.state, decision.proposedBy)}
        />
      ) : null}
      {isOpen &&
      actor &&
      decision.state !== 'proposed' &&
      can(actor.roles, 'decision:carry_out') ? (
        <EvidenceForm decisionId={decision.id} />
      ) : null}
    </article>
  );
}
