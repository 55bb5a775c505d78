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

test.each([
  'Password1234',
  'P@ssw0rd!P@ssw0rd!',
  'qwertyuiop123456',
  '0987654321zyxwvu',
  'passwordpassword',
  'Welcome2Summer!!',
  'abcabcabcabcabc',
  '1qaz2wsx3edc4rfv',
  'pepperpepperpepper',
])('refuses %s, which is easily guessed', (password) => {
  expect(passwordProblem(password, person)).toMatch('easily guessed');
});

test.each([
  'my dragon eats soup on friday nights',
  'correct horse battery staple',
  'V7$kq-Tn4!xLr9',
  'der Ofen ist noch warm',
])('takes %s, common words and all', (password) => {
  expect(passwordProblem(password, person)).toBeUndefined();
});
