import { advisedActionLabels, strengthLabels } from '@/app/_domain/advised-action';
import { verdictLabels } from '@/app/_domain/exposure';
import { ruleWords } from '@/app/_domain/rule-words';
import { verdictTones } from '@/app/_domain/tone';
import { RecordLink } from '@/components/record-link';
import { ToneBadge } from '@/components/tone-badge';
import type { DeploymentJudgement } from './data';
import { FindingList } from './finding-list';
import styles from './judgement-list.module.css';

interface JudgementListProps {
  judgements: readonly DeploymentJudgement[];
  /** Whether the reader may enter the facts that are missing. */
  mayWrite: boolean;
}

/** How each active advisory judges a deployment, with the facts that decided it. */
export function JudgementList({ judgements, mayWrite }: JudgementListProps) {
  const applying = judgements.filter(({ leading }) => leading);
  const others = judgements.filter(({ leading }) => !leading);
  return (
    <>
      {applying.map((judgement) => (
        <Judgement key={judgement.id} judgement={judgement} mayWrite={mayWrite} />
      ))}
      {others.map((judgement) => (
        <details key={judgement.id} className={styles.card}>
          <summary>
            {verdictLabels.out} of {judgement.reference}, {judgement.title}
          </summary>
          {judgement.judgements.map(({ rule, findings }) => (
            <div key={rule.code}>
              <p>
                Rule {rule.code}: {advisedActionLabels[rule.action].toLowerCase()}.{' '}
                {ruleWords(rule.criteria)}
              </p>
              <FindingList findings={findings} mayWrite={mayWrite} />
            </div>
          ))}
        </details>
      ))}
    </>
  );
}

function Judgement({
  judgement: { id, reference, title, issuer, verdict, leading, others },
  mayWrite,
}: {
  judgement: DeploymentJudgement;
  mayWrite: boolean;
}) {
  if (!leading) return null;
  const { rule, findings } = leading;
  const words = `${strengthLabels[rule.strength]}: ${advisedActionLabels[rule.action].toLowerCase()}`;
  return (
    <article className={styles.card} aria-label={`${reference}: ${verdictLabels[verdict]}`}>
      <header className={styles.head}>
        <ToneBadge tone={verdictTones[verdict]}>{verdictLabels[verdict]}</ToneBadge>
        <h3>
          <RecordLink href={`/advisories/${id}`}>{reference}</RecordLink>
        </h3>
        <span>
          {title}, {issuer}
        </span>
      </header>
      <p>
        {verdict === 'cannot_tell' ? 'It may be covered by rule' : 'By rule'} {rule.code}
        {rule.clause ? ` (${rule.clause})` : ''}
        {rule.action === 'no_action' ? '' : `. ${words}`}
        {rule.title ? `. ${rule.title}` : ''}
      </p>
      <p className={styles.others}>{ruleWords(rule.criteria)}</p>
      <FindingList findings={findings} mayWrite={mayWrite} />
      {others.length > 0 ? (
        <p className={styles.others}>
          {verdict === 'cannot_tell' ? 'The same may hold for' : 'The same holds for'}{' '}
          {others.map((other) => `rule ${other.rule.code}`).join(', ')}.
        </p>
      ) : null}
    </article>
  );
}
