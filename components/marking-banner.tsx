import styles from './marking-banner.module.css';

export interface MarkingBannerProps {
  /** The highest protective marking of what the page holds. */
  marking: string;
  edge: 'top' | 'bottom';
}

export function MarkingBanner({ marking, edge }: MarkingBannerProps) {
  return (
    <div className={styles.banner} data-edge={edge}>
      <span className="visually-hidden">Protective marking: </span>
      {marking}
    </div>
  );
}
