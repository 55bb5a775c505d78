import styles from './marking-banner.module.css';

export interface MarkingBannerProps {
  /** The highest protective marking of what it stands for. */
  marking: string;
  edge: 'top' | 'bottom';
  /** What the frame shows holds until the page shows its own, which then stands in its place. */
  of: 'frame' | 'page';
}

export function MarkingBanner({ marking, edge, of }: MarkingBannerProps) {
  return (
    <section
      className={styles.banner}
      aria-label={`Protective marking, ${edge} of the page`}
      data-marking-of={of}
      data-edge={edge}
      data-length={lengthOf(marking)}
    >
      {marking}
    </section>
  );
}

/** Whether it needs a second line on a narrow screen, or on any. */
function lengthOf(marking: string): 'short' | 'long' | 'longest' {
  if (marking.length <= 36) return 'short';
  return marking.length <= 80 ? 'long' : 'longest';
}
