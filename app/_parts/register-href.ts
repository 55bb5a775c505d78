/** The register's address for these filters. */
export function registerHref(filters: Record<string, string>): string {
  return `/register?${new URLSearchParams(filters)}`;
}
