import { formatDate, formatInstant } from '@/app/_lib/format';
import { isIsoDate, utcInstant } from '@/app/_lib/iso-time';

/**
 * Words for an ISO date or instant. What is missing ('', null, PostgreSQL's infinity) is '', and
 * text that is neither comes back as it is: a cell must show what is there, not fail on it.
 */
export function formatMoment(at: string | Date | null | undefined): string {
  const text = at instanceof Date ? at.toISOString() : (at ?? '');
  if (text === '' || text === 'infinity' || text === '-infinity') return '';
  if (isIsoDate(text)) return formatDate(text);
  return utcInstant(text) ? formatInstant(text) : text;
}
