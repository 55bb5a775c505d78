import { z } from 'zod';
import { isIsoDate } from '@/app/_lib/iso-time';
import { uuidPattern } from '@/app/_lib/paging-key';

/*
 * Fields of forms. What is missing arrives as '' since that is what an empty input holds. Text is
 * trimmed and otherwise kept as typed: a name may hold any Unicode.
 */

const invalid = 'This is not a text.';

export const idField = z
  .string('Choose one.')
  .regex(uuidPattern, 'Choose one.')
  .transform((id) => id.toLowerCase());

/** One line that must be given; `missing` asks for it. */
export function nameField(missing: string, maximum = 200) {
  return text(maximum).refine(isVisible, missing);
}

/** Text that may be left out. */
export function textField(maximum: number) {
  return text(maximum);
}

/** An address of the web, or '' for none. Other schemes could run as script when clicked. */
export const urlField = text(2000).refine(
  (address) => address === '' || isWebAddress(address),
  'Enter an address that begins with https:// or http://.',
);

/** A day as the calendar has it, or null for none. As a Date at midnight UTC, the form of Prisma. */
export const dayField = z
  .string(invalid)
  .trim()
  .refine((day) => day === '' || isIsoDate(day), 'Enter a day of the calendar, such as 2017-12-01.')
  .transform((day) => (day === '' ? null : new Date(`${day}T00:00:00Z`)));

export const recordInput = z.object({ id: idField });

/** The text of a picker that looks for records. */
export const searchInput = z.object({ text: text(200) });

/** The day after the last on which it holds must follow the first. For `superRefine`. */
export function refusePeriodBackwards(
  { validFrom, validTo }: { validFrom: Date | null; validTo: Date | null },
  context: z.RefinementCtx,
): void {
  if (!validFrom || !validTo || validFrom < validTo) return;
  const message = 'The end must be later than the beginning.';
  context.addIssue({ code: 'custom', path: ['validTo'], message });
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function text(maximum: number) {
  return z
    .string(invalid)
    .trim()
    .max(maximum, `Use at most ${maximum} characters.`)
    .refine(
      (value) => !value.includes('\0'),
      'The text holds a NUL character, which cannot be kept.',
    )
    .refine((value) => value.isWellFormed(), 'The text holds half a character. Type it again.');
}

/** Holds more than spaces and characters that leave no trace on the page. */
function isVisible(value: string): boolean {
  return /[^\p{Z}\p{C}]/u.test(value);
}
