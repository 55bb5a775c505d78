import { advisedActionLabels, strengthLabels } from '@/app/_domain/advised-action';
import { type Deadline, deadlineDate } from '@/app/_domain/deadline';
import { type Rule, unrecordedNames } from '@/app/_domain/rule';
import { deadlineWords, ruleWords } from '@/app/_domain/rule-words';
import { advisedActionTones } from '@/app/_domain/tone';
import { Moment } from '@/components/moment';
import { ToneBadge } from '@/components/tone-badge';
import styles from './rule-view.module.css';

interface RuleListProps {
  rules: readonly Rule[];
  /** ISO date from which deadlines count. */
  issuedOn: string;
  /** Whether to say which of the names are not recorded yet. */
  isAdopted: boolean;
}

/** Rules in words: what each covers, what it asks for, and by when. */
export function RuleViews({ rules, issuedOn, isAdopted }: RuleListProps) {
  return (
    <div className={styles.rules}>
      {rules.map((rule) => (
        <RuleView key={rule.code} rule={rule} issuedOn={issuedOn} isAdopted={isAdopted} />
      ))}
    </div>
  );
}

function RuleView(props: { rule: Rule; issuedOn: string; isAdopted: boolean }) {
  const { rule, issuedOn, isAdopted } = props;
  const unrecorded = isAdopted ? unrecordedNames(rule.criteria) : [];
  return (
    <article className={styles.rule} aria-label={`Rule ${rule.code}`}>
      <header className={styles.head}>
        <h3>
          {rule.code}
          {rule.title ? ` · ${rule.title}` : ''}
        </h3>
        <ToneBadge tone={advisedActionTones[rule.action]}>
          {advisedActionLabels[rule.action]}
        </ToneBadge>
        {rule.action === 'no_action' ? null : (
          <span className={styles.note}>{strengthLabels[rule.strength]}</span>
        )}
        {rule.clause ? <span className={styles.note}>Clause: {rule.clause}</span> : null}
      </header>
      <p>{ruleWords(rule.criteria)}</p>
      {rule.deadlines.length > 0 ? (
        <Deadlines deadlines={rule.deadlines} issuedOn={issuedOn} />
      ) : null}
      {unrecorded.length > 0 ? (
        <p className={styles.note}>
          <ToneBadge tone="caution">Not recorded yet</ToneBadge> {unrecorded.join(', ')}
        </p>
      ) : null}
    </article>
  );
}

function Deadlines(props: { deadlines: readonly Deadline[]; issuedOn: string }) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <ul className={styles.deadlines} aria-label="Deadlines">
      {props.deadlines.map((deadline) => {
        const date = deadlineDate(deadline, props.issuedOn, today);
        return (
          <li key={`${deadline.step} ${deadline.kind} ${date}`}>
            {deadlineWords(deadline)} · {deadline.kind === 'every' ? 'next ' : ''}
            <Moment at={date} />
          </li>
        );
      })}
    </ul>
  );
}
