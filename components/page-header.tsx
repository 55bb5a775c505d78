import type { ReactNode } from 'react';
import { AddressLink } from './address-link';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** Beside the title: a state or a classification. */
  badge?: ReactNode;
  /** The way here, from the outside in, without the page itself. */
  breadcrumbs?: readonly { label: string; href: string }[];
  actions?: ReactNode;
}

/** Holds the page's only first-level heading. */
export function PageHeader({ title, subtitle, badge, breadcrumbs, actions }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {breadcrumbs ? (
          <nav aria-label="Breadcrumbs">
            <ol className={styles.breadcrumbs}>
              {breadcrumbs.map((step) => (
                <li key={step.href}>
                  <AddressLink href={step.href}>{step.label}</AddressLink>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className={styles.title}>
          <h1>{title}</h1>
          {badge}
        </div>
        {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
