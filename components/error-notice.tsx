import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './error-notice.module.css';
import type { Tone } from './tone-badge';

export interface ErrorNoticeProps {
  title: string;
  /** What happened. */
  what?: ReactNode;
  /** Where: the field, the line, the address. */
  where?: ReactNode;
  /** What the reader can do about it. */
  todo?: ReactNode;
  action?: ReactNode;
  /** Danger, the default, is announced at once by screen readers. */
  tone?: Exclude<Tone, 'neutral'>;
}

const icons = {
  danger: IconAlertTriangle,
  caution: IconAlertTriangle,
  accent: IconInfoCircle,
  good: IconCircleCheck,
} as const;

export function ErrorNotice(props: ErrorNoticeProps) {
  const { title, what, where, todo, action, tone = 'danger' } = props;
  const Icon = icons[tone];

  return (
    <div
      className={styles.notice}
      data-tone={tone}
      role={tone === 'danger' ? 'alert' : undefined}
      tabIndex={-1}
    >
      <Icon className={styles.icon} size={20} stroke={1.7} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {what ? <div>{what}</div> : null}
        {where ? <div>{where}</div> : null}
        {todo ? <div>{todo}</div> : null}
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
    </div>
  );
}
