import { formatMoment } from './format-moment';

export interface MomentProps {
  /** An ISO date or an ISO instant; what is missing ('' or 'infinity') shows nothing. */
  at: string | Date | null | undefined;
}

/** A date, or a time in UTC, so that two readers in two places read the same. */
export function Moment({ at }: MomentProps) {
  const words = formatMoment(at);
  if (words === '') return null;
  return <time dateTime={at instanceof Date ? at.toISOString() : (at ?? '')}>{words}</time>;
}
