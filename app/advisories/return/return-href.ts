import { registerHref } from '@/app/_parts/register-href';
import type { ReturnCount } from './table';

/** What the register's filter `advisory` calls each number of the return. */
const filterValues: Readonly<Record<ReturnCount, string>> = {
  in_scope: 'in',
  decided: 'decided',
  otherwise: 'otherwise',
  waiting: 'waiting',
  undecided: 'undecided',
  overdue: 'overdue',
  done: 'done',
  stale: 'stale',
  cannot_tell: 'cannot_tell',
  no_action: 'out',
};

/** The deployments behind a number, of one organisation or of all. */
export function returnHref(reference: string, count: ReturnCount, organisation?: string): string {
  return registerHref({
    advisory: `${reference}:${filterValues[count]}`,
    ...(organisation !== undefined && { organisation }),
  });
}
