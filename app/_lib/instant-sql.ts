/** ISO text of a finite instant, in UTC, to the microsecond without trailing zeros. */
export function instantText(sql: string): string {
  return `replace((${sql} at time zone 'UTC')::text, ' ', 'T') || 'Z'`;
}
