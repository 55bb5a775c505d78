import type { QueryProblem } from '@/app/_lib/table-query';

/**
 * The address without what the problem names: the one value of a parameter given several times, or
 * else the parameter. A value too long to be shown whole is found by its beginning.
 */
export function hrefWithout(path: string, params: URLSearchParams, problem: QueryProblem): string {
  const isMeant = (given: string, shown: string) =>
    given === shown || (shown.endsWith('…') && given.startsWith(shown.slice(0, -1)));
  const pairs = [...params];
  const exact = pairs.filter(
    ([name, value]) => !(isMeant(name, problem.parameter) && isMeant(value, problem.value)),
  );
  // A problem of the parameter as a whole, such as too many values, shows no value of its own.
  const rest =
    exact.length < pairs.length
      ? exact
      : pairs.filter(([name]) => !isMeant(name, problem.parameter));
  const text = new URLSearchParams(rest).toString();
  return text ? `${path}?${text}` : path;
}
