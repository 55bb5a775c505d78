/** The codes of a list in display order, read from the one table that holds them. */
export function codesOf<Code extends string>(
  table: Readonly<Record<Code, unknown>>,
): readonly [Code, ...Code[]] {
  return Object.keys(table) as unknown as readonly [Code, ...Code[]];
}

/** Code → words, from a table that holds more than the words. */
export function labelsOf<Code extends string>(
  table: Readonly<Record<Code, { readonly label: string }>>,
): Readonly<Record<Code, string>> {
  const labels = codesOf(table).map((code) => [code, table[code].label]);
  return Object.fromEntries(labels) as Record<Code, string>;
}
