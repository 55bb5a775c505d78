import styles from './marking-banner.module.css';

export interface MarkingBannerProps {
  /** The highest protective marking of what the page holds. */
  marking: string;
  edge: 'top' | 'bottom';
}

export function MarkingBanner({ marking, edge }: MarkingBannerProps) {
  return (
    <section className={styles.banner} aria-label={`Protective marking, ${edge} of the page`}>
      {marking}
    </section>
  );
}
