import type { FilterDefinition } from '@/app/_lib/table-definition';
import { valueLabel } from '@/app/_lib/table-definition';
import { formatMoment } from '../format-moment';

/** A value of a filter in the reader's words. */
export function filterValueWords(filter: FilterDefinition, value: string): string {
  switch (filter.kind) {
    case 'anyOf': {
      const words = valueLabel(filter.labels, value);
      return words === 'none' ? 'Not recorded' : words;
    }
    case 'atLeast':
      return value;
    case 'before':
    case 'after':
    case 'moment':
      return formatMoment(value);
    case 'flag':
      return '';
  }
}

/** "SECRET or above", or the bare word where nothing is above it. */
export function atLeastWords(ranks: Readonly<Record<string, number>>, word: string): string {
  const highest = Math.max(...Object.values(ranks));
  return ranks[word] === highest ? word : `${word} or above`;
}
