/**
 * An export holds a connection for as long as its reader takes, and needs a second one for its
 * receipt. So some of the pool's are always left for everything else.
 */
const most = 8;

const shared = globalThis as typeof globalThis & { registerExports?: number };

/** Takes one of the places; gives the function that frees it, once, or undefined while all are taken. */
export function takeExportSlot(): (() => void) | undefined {
  const taken = shared.registerExports ?? 0;
  if (taken >= most) return undefined;
  shared.registerExports = taken + 1;
  let isFree = false;
  return () => {
    if (!isFree) shared.registerExports = (shared.registerExports ?? 1) - 1;
    isFree = true;
  };
}
