import type { ReactNode } from 'react';
import { Moment } from './moment';
import styles from './story.module.css';
import type { Tone } from './tone-badge';

export interface StoryEvent {
  id: string;
  /** ISO date or instant. */
  at: string;
  title: ReactNode;
  by?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
}

/** What happened, in the order given. */
export function Story({ events }: { events: readonly StoryEvent[] }) {
  return (
    <ol className={styles.story}>
      {events.map((event) => (
        <li key={event.id} className={styles.event} data-tone={event.tone ?? 'neutral'}>
          <p className={styles.title}>{event.title}</p>
          <p className={styles.when}>
            <Moment at={event.at} />
            {event.by ? <> · {event.by}</> : null}
          </p>
          {event.body ? <div className={styles.body}>{event.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
