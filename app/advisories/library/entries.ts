import { australia } from './australia.ts';
import { canada } from './canada.ts';
import type { LibraryEntry } from './entry.ts';
import { europe } from './europe.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStatesDirectives } from './united-states-directives.ts';
import { unitedStatesLaws } from './united-states-laws.ts';

/** All advisories that are ready to adopt, the oldest first. */
export const libraryEntries: readonly LibraryEntry[] = [
  ...unitedKingdom,
  ...unitedStatesDirectives,
  ...unitedStatesLaws,
  ...australia,
  ...canada,
  ...europe,
].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
