import { describe, expect, it } from 'vitest';
import { applicationUrl } from './roles.ts';

const ownerUrl = 'postgresql://owner:p%40ss@db.example.test:5433/register?sslmode=require';

describe('the connection of the application', () => {
  it('goes to the same database as another role with another password', () => {
    const url = new URL(applicationUrl(ownerUrl, {}));
    expect(url.username).toBe('register_app');
    expect(url.password).toMatch(/^[0-9a-f]{64}$/);
    expect(url.host + url.pathname + url.search).toBe(
      'db.example.test:5433/register?sslmode=require',
    );
  });

  it('is the same for every instance, and another for another owner password', () => {
    expect(applicationUrl(ownerUrl, {})).toBe(applicationUrl(ownerUrl, {}));
    const other = applicationUrl(ownerUrl.replace('p%40ss', 'other'), {});
    expect(new URL(other).password).not.toBe(new URL(applicationUrl(ownerUrl, {})).password);
  });

  it('is APP_DATABASE_URL where that is set', () => {
    const given = 'postgresql://register_app:x@db.example.test/register';
    expect(applicationUrl(ownerUrl, { APP_DATABASE_URL: given })).toBe(given);
  });

  it('is not derived from an owner without a password, which anybody could guess', () => {
    expect(() => applicationUrl('postgresql://owner@db.example.test/register', {})).toThrow(
      'DATABASE_URL holds no password',
    );
  });
});
