/** An ISO date, or days from today: negative is past. The story is dated by the latter. */
export type Day = string | number;

const dayInMilliseconds = 86_400_000;

/** The ISO date (UTC) of a day; null where none is given. */
export function isoDate(today: Date, day: Day): string;
export function isoDate(today: Date, day: Day | undefined): string | null;
export function isoDate(today: Date, day: Day | undefined): string | null {
  if (day === undefined) return null;
  if (typeof day === 'string') return day;
  return moment(today, day).toISOString().slice(0, 10);
}

/** An instant on a day counted from today, at an hour of UTC. */
export function moment(today: Date, day: number, hour = 9): Date {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return new Date(midnight + day * dayInMilliseconds + hour * 3_600_000);
}
