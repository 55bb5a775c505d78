import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dayField, idField, nameField, refusePeriodBackwards, textField, urlField } from './fields';

const name = nameField('Enter a name.');

/** The first message, or undefined when the value is accepted. */
function refusal(field: z.ZodType, value: unknown): string | undefined {
  return field.safeParse(value).error?.issues[0]?.message;
}

describe('a name', () => {
  it.each([
    'Лаборатория Касперского',
    '奇安信',
    'شركة',
    '@one IT GmbH',
    '=SUM(1)',
    '🦊 e\u0301',
    "O'Neil <b>",
  ])('is kept as typed: %s', (typed) => {
    expect(name.parse(`  ${typed}\n`)).toBe(typed);
  });

  it.each(['', '   ', '\u200b\u2060'])('has to be visible: %j', (typed) => {
    expect(refusal(name, typed)).toBe('Enter a name.');
  });

  it('is refused when too long, with NUL or with half a character', () => {
    expect(name.parse('x'.repeat(200))).toHaveLength(200);
    expect(refusal(name, 'x'.repeat(201))).toContain('at most 200');
    expect(refusal(name, 'a\0b')).toContain('NUL');
    expect(refusal(name, 'a\ud83d')).toContain('half a character');
  });

  it.each([undefined, null, 7, {}, ['a']])('is refused when it is no text: %j', (value) => {
    expect(refusal(name, value)).toBeDefined();
  });
});

describe('an address', () => {
  it.each(['', 'https://example.org/a?b=ü#c', 'HTTP://EXAMPLE.ORG'])('is accepted: %j', (value) => {
    expect(urlField.parse(value)).toBe(value);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'example.org',
    'https://',
    'ftp://a.b',
  ])('is refused: %s', (value) => {
    expect(refusal(urlField, value)).toContain('https://');
  });
});

describe('a day', () => {
  it('is midnight UTC, and null when left out', () => {
    expect(dayField.parse('2024-02-29')).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(dayField.parse(' ')).toBeNull();
  });

  it.each(['2023-02-29', '2017-13-01', '01/12/2017', 'yesterday', '0000-01-01'])(
    'is refused: %s',
    (value) => {
      expect(refusal(dayField, value)).toContain('calendar');
    },
  );
});

describe('a period', () => {
  const period = z
    .object({ validFrom: dayField, validTo: dayField })
    .superRefine(refusePeriodBackwards);

  it.each([
    ['2017-12-01', '2017-12-02'],
    ['', '2017-12-02'],
    ['2017-12-01', ''],
  ])('from %j to %j is accepted', (validFrom, validTo) => {
    expect(refusal(period, { validFrom, validTo })).toBeUndefined();
  });

  it.each(['2017-12-01', '2017-11-30'])('that ends on %s is refused at its end', (validTo) => {
    const { error } = period.safeParse({ validFrom: '2017-12-01', validTo });
    expect(error?.issues[0]?.path).toEqual(['validTo']);
  });
});

it('an id is a UUID in any case, and nothing else', () => {
  expect(idField.parse('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11')).toBe(
    'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  );
  expect(refusal(idField, '1')).toBeDefined();
  expect(refusal(idField, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' or true")).toBeDefined();
});

it('optional text may be empty and keeps its line ends inside', () => {
  expect(textField(10).parse(' a\nb ')).toBe('a\nb');
  expect(textField(10).parse('')).toBe('');
});
