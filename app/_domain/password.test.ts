import { expect, test } from 'vitest';
import { passwordProblem } from './password';

const person = { name: 'Olive Hart', email: 'olive.hart@example.test' };

test('a long password is good, whatever it is made of', () => {
  expect(passwordProblem('all lower case and long', person)).toBeUndefined();
});

test.each(['elevenchars', 'x'.repeat(129), 'Olive.Hart-2026', 'hart@EXAMPLE.test', 'aaaaaaaabbbb'])(
  'refuses %s',
  (password) => {
    expect(passwordProblem(password, person)).toBeTypeOf('string');
  },
);

test('a name inside a long password does no harm', () => {
  expect(passwordProblem('hart of darkness, 1899', person)).toBeUndefined();
});
