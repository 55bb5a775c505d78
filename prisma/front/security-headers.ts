import type { ServerResponse } from 'node:http';

export interface HeaderSettings {
  nonce: string;
  /** Whether people reach the register over HTTPS. */
  isHttps: boolean;
  isDevelopment: boolean;
}

/**
 * Only scripts with the nonce of this answer run, and what they load themselves. Styles of elements
 * need it too; attributes of style are Mantine's way of passing sizes and colours, and hold no script.
 */
export function pagePolicy({ nonce, isHttps, isDevelopment }: HeaderSettings): string {
  // React rebuilds stacks by eval while developing, and its overlay writes styles of its own.
  const evaluation = isDevelopment ? " 'unsafe-eval'" : '';
  const styles = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** For whatever is no page: should a browser show it after all, it can do nothing. */
const filePolicy =
  "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** Everything that a register has no use for. Passkeys stay allowed on our own pages. */
const forbiddenFeatures = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture'],
  ...['encrypted-media', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
  ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
];

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': forbiddenFeatures.map((name) => `${name}=()`).join(', '),
};

/** A year, and every sub-domain: OWASP ASVS 5, 3.4.1. */
const strictTransport = 'max-age=31536000; includeSubDomains';

/** Puts the headers on the answer at the last moment, whoever made it and whatever it is. */
export function secureHeaders(response: ServerResponse, settings: HeaderSettings): void {
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
  response.writeHead = ((...all: unknown[]) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    if (settings.isHttps) response.setHeader('Strict-Transport-Security', strictTransport);
    const isPage = String(response.getHeader('content-type')).startsWith('text/html');
    response.setHeader('Content-Security-Policy', isPage ? pagePolicy(settings) : filePolicy);
    return writeHead(...all);
  }) as typeof response.writeHead;
}
