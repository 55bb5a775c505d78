import type { Bindingness, Confirmation } from '../../_domain/advisory.ts';
import type { Rule } from '../../_domain/rule.ts';

/**
 * A published advisory ready to adopt: everything that a draft needs but its ids. Facts and rules
 * are those of the issuer, the words are ours; a quoted clause is left to whoever adopts it.
 */
export interface LibraryEntry {
  /** Names the entry for good, and stays with what was adopted from it even under a new reference. */
  libraryId: string;
  reference: string;
  title: string;
  issuer: string;
  /** ISO 3166-1 alpha-2, or EU. */
  jurisdiction: string;
  identifier: string;
  audience: string;
  /** ISO date. */
  issuedOn: string;
  link: string;
  bindingness: Bindingness;
  confirmation: Confirmation;
  summary: string;
  notes: string;
  /** Library ids; null where it does neither. */
  supersedes: string | null;
  amends: string | null;
  rules: readonly Rule[];
}
