import { describe, expect, it } from 'vitest';
import { noCriteria } from '@/app/_domain/rule';
import { added, criterionKindCodes, criterionKinds, isInUse, without } from './criteria';
import { noCriteriaValues } from './values';

const russian = { ...noCriteriaValues, countries: ['RU'], sharePercent: '25' };

describe('the kinds of criterion', () => {
  it('hold every field of a rule once', () => {
    const fields = criterionKindCodes.flatMap((kind) => [...criterionKinds[kind].fields]);
    expect(fields.toSorted()).toEqual(Object.keys(noCriteria).toSorted());
  });

  it('are none in use while a rule says nothing', () => {
    expect(criterionKindCodes.filter((kind) => isInUse(kind, noCriteriaValues))).toEqual([]);
  });

  it('are in use by any of their fields, and no more once taken away', () => {
    expect(criterionKindCodes.filter((kind) => isInUse(kind, russian))).toEqual(['origin']);
    expect(without('origin', russian)).toEqual(noCriteriaValues);
    expect(without('purposes', russian)).toEqual(russian);
  });

  it('begin with what is usually meant', () => {
    expect(added('components', noCriteriaValues).components).toBe('included');
    expect(added('origin', noCriteriaValues).facets).toContain('headquarters');
    expect(added('versions', russian)).toEqual(russian);
  });
});
