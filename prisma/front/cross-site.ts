import type { IncomingHttpHeaders } from 'node:http';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that may change something comes from a page of another site. Browsers say where
 * one comes from: Sec-Fetch-Site since 2020 to 2023, Origin with every post for far longer. A program
 * that is no browser sends neither, and carries no cookie that it was not given.
 */
export function isCrossSite(
  method: string,
  headers: IncomingHttpHeaders,
  ownOrigin: string,
): boolean {
  if (reading.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === ownOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
