const datePattern = /^\d{4}-\d{2}-\d{2}$/;

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))$/;

/** Whether the text is a day of the calendar as `YYYY-MM-DD`, from the year 1 to 9999. */
export function isIsoDate(text: string): boolean {
  if (!datePattern.test(text) || text.startsWith('0000')) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // The 31st of February is taken for a day of March, so only the way back tells.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/**
 * The instant in UTC as `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`, to the microsecond as PostgreSQL keeps it,
 * without trailing zeros. Undefined when the text is no ISO 8601 time, or lacks a time zone: a
 * local time would mean something else to the next reader.
 */
export function utcInstant(text: string): string | undefined {
  const match = instantPattern.exec(text);
  if (!match) return undefined;
  const [, date = '', hour, minute, second = '00', fraction = '', sign, hours, minutes] = match;
  if (!isIsoDate(date)) return undefined;
  const offset = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  const milliseconds = Date.parse(`${date}T${hour}:${minute}:${second}Z`) - offset * 60_000;
  const utc = new Date(milliseconds).toISOString();
  if (!isIsoDate(utc.slice(0, 10))) return undefined;
  const significant = fraction.replace(/0+$/, '');
  return `${utc.slice(0, 19)}${significant && `.${significant}`}Z`;
}

/** The first instant of the day in UTC when given a date; an instant stays as it is. */
export function startInstant(dateOrInstant: string): string {
  return isIsoDate(dateOrInstant) ? `${dateOrInstant}T00:00:00Z` : dateOrInstant;
}

/**
 * The moment that `asOf` asks for. A date asks for the state in which that day ended in UTC, so it
 * gives the day's last microsecond, PostgreSQL's finest step: all that was recorded on the day is
 * in, and nothing of the next day.
 */
export function asOfInstant(asOf: string): string {
  return isIsoDate(asOf) ? `${asOf}T23:59:59.999999Z` : asOf;
}
