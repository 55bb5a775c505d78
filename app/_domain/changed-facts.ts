import { type ClassificationCode, classificationLabels } from './classification';
import { countryName } from './country';
import { type Verdict, verdictLabels } from './exposure';

/** What a decision rested on and what is so now, by fact, as the database keeps it. */
export type ChangedFacts = Readonly<Record<string, { before: unknown; now: unknown }>>;

type Verdicts = Readonly<Record<string, { verdict: Verdict; action: string; rule: string }>>;

/** Each change in words: `Classification: OFFICIAL → SECRET`. */
export function changedFactWords(changed: ChangedFacts): string[] {
  return Object.entries(changed).flatMap(([fact, { before, now }]) => {
    switch (fact) {
      case 'owners':
        return [`Owners: ${before || 'none recorded'} → ${now || 'none recorded'}`];
      case 'country_of_origin':
        return [`Country of origin: ${countryWords(before)} → ${countryWords(now)}`];
      case 'classification':
        return [`Classification: ${classificationWords(before)} → ${classificationWords(now)}`];
      case 'verdicts':
        return verdictChanges(before as Verdicts, now as Verdicts);
      default:
        return [`Advisory: ${before} → ${now}`];
    }
  });
}

function countryWords(code: unknown): string {
  return code === 'none' ? 'not recorded' : countryName(String(code));
}

function classificationWords(code: unknown): string {
  return classificationLabels[code as ClassificationCode] ?? String(code);
}

function verdictChanges(before: Verdicts, now: Verdicts): string[] {
  const references = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return references.flatMap((reference) => {
    const [was, is] = [before[reference], now[reference]];
    if (was?.verdict === is?.verdict) {
      return was?.action === is?.action ? [] : [`${reference} asks for something else now`];
    }
    const words = (verdict: Verdict | undefined) => verdictLabels[verdict ?? 'out'].toLowerCase();
    return [`${reference}: ${words(was?.verdict)} → ${words(is?.verdict)}`];
  });
}
