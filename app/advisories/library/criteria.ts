import type { ProductCategory } from '../../_domain/product.ts';
// With file endings, since Node reads these files as they are when the sample is written.
import {
  affiliations,
  type NamedRecord,
  noCriteria,
  type RuleCriteria,
} from '../../_domain/rule.ts';

/** The criteria that a rule uses; all others stay unused. */
export function criteria(used: Partial<RuleCriteria>): RuleCriteria {
  return { ...noCriteria, ...used };
}

/** Records known by name, until somebody adopts the entry into a register that has them. */
export function named(...names: readonly string[]): NamedRecord[] {
  return names.map((name) => ({ id: null, name }));
}

/** The company under the names by which registers and advisories know it. */
export const kaspersky = named(
  'AO Kaspersky Lab',
  'Kaspersky Lab',
  'Kaspersky',
  'Kaspersky Lab, Inc.',
);

/** Parents, subsidiaries and sister companies. */
export const everyAffiliate = [...affiliations];

/**
 * What *information security products* means in our categories: where such products are filed, so
 * that it is rather too wide than too narrow.
 */
export const informationSecurity: ProductCategory[] = [
  'antivirus',
  'endpoint',
  'firewall',
  'network',
  'identity',
  'monitoring',
  'mobile',
];
