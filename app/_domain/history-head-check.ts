import { isSigned, noHash, type SignedHead } from './history-head.ts';

/** Holds signed heads against the chain that somebody follows. */
export class HeadCheck {
  readonly #heads: readonly SignedHead[];
  readonly #bySeq: ReadonlyMap<string, readonly SignedHead[]>;
  /** The newest event that a head knows and that was found as it knows it. */
  #agreed = '0';

  constructor(heads: readonly SignedHead[]) {
    this.#heads = heads;
    this.#bySeq = Map.groupBy(heads, ({ seq }) => seq);
  }

  /** Hashes of the register's seals that the heads know. */
  get registers(): string[] {
    return [...new Set(this.#heads.map(({ register }) => register))];
  }

  /** The first head that none of the keys has signed, in words. */
  signatureProblem(knownKeys: readonly string[]): string | undefined {
    for (const head of this.#heads) {
      if (!isSigned(head)) return `The head of ${head.at} does not bear a true signature.`;
      if (!knownKeys.includes(head.keyId)) {
        return `The head of ${head.at} was signed by the key ${head.keyId}, which is not a known one.`;
      }
    }
    return undefined;
  }

  /** Whether the heads of this event know it by another hash. */
  eventProblem(seq: string, hash: string): string | undefined {
    const known = this.#bySeq.get(seq);
    if (!known) return undefined;
    const other = known.find((head) => head.hash !== hash);
    if (other) {
      return `Event ${seq} is not the one of the head of ${other.at}: what came after event ${this.#agreed} was rewritten.`;
    }
    this.#agreed = seq;
    return undefined;
  }

  /** Whether a head knows of events after the newest one. */
  endProblem(newest: bigint): string | undefined {
    const beyond = this.#heads.find(({ seq }) => BigInt(seq) > newest);
    return (
      beyond &&
      `Event ${newest + 1n} is missing: the head of ${beyond.at} knows events up to ${beyond.seq}. The newest ones were cut off.`
    );
  }

  /** Whether a head knows a seal of the register, by its hash, that is not among these. */
  registerProblem(seals: ReadonlySet<string>): string | undefined {
    const other = this.#heads.find(({ register }) => register !== noHash && !seals.has(register));
    return (
      other &&
      `The register's versions are not those of the head of ${other.at}: their seals were rewritten or cut off.`
    );
  }
}
