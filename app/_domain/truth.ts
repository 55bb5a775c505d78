/** Kleene's three values. *unknown* is what could still be either. */
export type Truth = 'yes' | 'no' | 'unknown';

/** *no* if any is no, else *unknown* if any is unknown; *yes* for none. */
export function allTrue(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

/** *yes* if any is yes, else *unknown* if any is unknown; *no* for none. */
export function anyTrue(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

export function truthOf(condition: boolean): Truth {
  return condition ? 'yes' : 'no';
}
