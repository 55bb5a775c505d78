import { createHmac } from 'node:crypto';

/*
 * Codes of authenticator apps: HOTP by RFC 4226 over the time by RFC 6238, with what every app
 * takes for granted: SHA-1, six digits, periods of 30 seconds.
 */

const periodSeconds = 30;
const digits = 6;

/** RFC 4226 asks for at least 128 bits, and recommends 160. */
export const secretBytes = 20;

/** The number of the period in which a moment lies. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / periodSeconds);
}

export function oneTimeCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The period whose code this is, or undefined for a wrong code. Those before and after the present
 * one count too, since clocks differ and people type slowly.
 */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const present = stepAt(now);
  return [present, present - 1, present + 1].find((step) => oneTimeCode(secret, step) === code);
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, as apps want secrets to be typed. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => base32Letters[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

/** What the QR code holds: the key URI that authenticator apps read. */
export function authenticatorAddress(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
