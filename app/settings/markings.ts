import { classifications } from '@/app/_domain/classification';
import { protectiveMarking } from '@/app/_domain/marking';

/** What the register as a whole may be marked with, lowest first. */
export const registerMarkings = classifications.flatMap((classification) =>
  classification === 'OFFICIAL'
    ? [protectiveMarking(classification, []), protectiveMarking(classification, ['SENSITIVE'])]
    : [protectiveMarking(classification, [])],
);
