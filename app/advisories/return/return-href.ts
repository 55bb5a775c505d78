import {
  type ReturnCount,
  type ReturnStanding,
  returnStandings,
} from '@/app/_domain/advisory-return';
import { registerHref } from '@/app/_parts/register-href';

/** What the register's filter `advisory` calls the verdicts that the return counts. */
const verdicts: Readonly<Record<Exclude<ReturnCount, ReturnStanding>, string>> = {
  in_scope: 'in',
  cannot_tell: 'cannot_tell',
  no_action: 'out',
};

/** The deployments behind a number, of one organisation or of all. */
export function returnHref(reference: string, count: ReturnCount, organisation?: string): string {
  return registerHref({
    ...(isStanding(count)
      ? { return: `${reference}:${count}` }
      : { advisory: `${reference}:${verdicts[count]}` }),
    ...(organisation !== undefined && { organisation }),
  });
}

function isStanding(count: ReturnCount): count is ReturnStanding {
  return (returnStandings as readonly ReturnCount[]).includes(count);
}
