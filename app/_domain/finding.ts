import type { Facet } from './origin';
import type { Sourced } from './situation';
import type { Truth } from './truth';

/** A fact that nobody has recorded, and whose it is. */
export type MissingFact =
  | {
      kind: 'origin';
      subjectType: 'supplier' | 'product';
      subjectId: string;
      subject: string;
      facet: Facet;
    }
  | { kind: 'share'; subjectType: 'supplier'; subjectId: string; subject: string }
  | { kind: 'components' | 'category'; subjectType: 'product'; subjectId: string; subject: string }
  | {
      kind: 'classification' | 'purposes';
      subjectType: 'system';
      subjectId: string;
      subject: string;
    }
  | { kind: 'version'; subjectType: 'deployment'; subjectId: string; subject: string };

/** What one criterion of a rule came to, and the facts that decided it. */
export interface Finding {
  truth: Truth;
  /** One sentence without its full stop. */
  words: string;
  sources: readonly Sourced[];
  missing: readonly MissingFact[];
}

export function finding(truth: Truth, words: string, about: Partial<Finding> = {}): Finding {
  return { truth, words, sources: [], missing: [], ...about };
}
