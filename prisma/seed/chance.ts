import { createHash } from 'node:crypto';

/**
 * A number from 0 up to 1 that depends on the names alone. Without a running state, one more row
 * leaves all others as they were.
 */
export function chance(...name: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(name)).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** One of the items, the likelier the greater its weight. */
export function pick<Item>(
  items: readonly Item[],
  weight: (item: Item) => number,
  at: number,
): Item {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let left = at * total;
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  throw new Error('Nothing to pick from.');
}
