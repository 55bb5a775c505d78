import { codesOf } from './code-list';
import type { MissingFact } from './finding';
import { type Facet, facetLabels } from './origin';

/** Kinds of facts without which a verdict cannot be told. */
export const missingFactLabels = {
  origin: 'Origin',
  share: 'Share or control of an owner',
  components: 'Complete list of components',
  category: 'Category of the product',
  version: 'Version that is deployed',
  classification: 'Classification of the system',
  purposes: 'Purposes of the system',
} as const satisfies Record<MissingFact['kind'], string>;

type MissingFactKind = MissingFact['kind'];

export const missingFactKinds = codesOf(missingFactLabels);

/** The kind in words; of an origin with its facet. */
export function missingFactWords({ kind, facet }: { kind: MissingFactKind; facet: Facet | '' }) {
  return facet
    ? `${missingFactLabels[kind]} by ${facetLabels[facet].toLowerCase()}`
    : missingFactLabels[kind];
}

/** Whose fact it is. */
export const factSubjectLabels = {
  supplier: 'Supplier',
  product: 'Product',
  system: 'System',
  deployment: 'Deployment',
} as const satisfies Record<FactSubject, string>;

type FactSubject = MissingFact['subjectType'];

export const factSubjects = codesOf(factSubjectLabels);

/** Where the subject's own page shows what is known. */
const pages: Readonly<Record<FactSubject, string>> = {
  supplier: '/suppliers',
  product: '/products',
  system: '/systems',
  deployment: '/register',
};

const forms: Readonly<Record<MissingFactKind, (id: string, type: FactSubject) => string>> = {
  origin: (id, type) => `${pages[type]}/${id}#origin`,
  share: (id) => `/suppliers/${id}#owners`,
  components: (id) => `/products/${id}/edit`,
  category: (id) => `/products/${id}/edit`,
  version: (id) => `/deployments/${id}/edit`,
  // Settled there, with a reason.
  classification: (id) => `/systems/${id}`,
  purposes: (id) => `/systems/${id}/edit`,
};

/** The address at which whoever may write records enters the fact, and others look at its subject. */
export function missingFactHref(
  { kind, subjectType, subjectId }: Pick<MissingFact, 'kind' | 'subjectType' | 'subjectId'>,
  mayWrite: boolean,
): string {
  return mayWrite ? forms[kind](subjectId, subjectType) : `${pages[subjectType]}/${subjectId}`;
}
