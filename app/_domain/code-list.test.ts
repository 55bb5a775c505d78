import { describe, expect, it } from 'vitest';
import { codesOf, labelsOf } from './code-list';
import { basisLabels, outcomeLabels, stateLabels } from './decision';
import { deploymentStatusLabels } from './deployment';
import { organisationKindLabels } from './organisation';
import { confidenceLabels, facetLabels } from './origin';
import { roleLabels } from './permission';
import { productCategoryLabels } from './product';
import { systemPurposeLabels } from './system';

const lists: Record<string, Readonly<Record<string, string>>> = {
  deploymentStatusLabels,
  organisationKindLabels,
  facetLabels,
  confidenceLabels,
  productCategoryLabels,
  systemPurposeLabels,
  outcomeLabels,
  basisLabels,
  stateLabels,
  roleLabels,
};

describe('code lists', () => {
  it('keep the order of their labels', () => {
    expect(codesOf({ zebra: 'Zebra', ant: 'Ant' })).toEqual(['zebra', 'ant']);
    expect(labelsOf({ zebra: { label: 'Z' }, ant: { label: 'A' } })).toEqual({
      zebra: 'Z',
      ant: 'A',
    });
  });

  it.each(Object.entries(lists))(
    '%s has stable codes, each with a word of its own',
    (_, labels) => {
      for (const code of codesOf(labels)) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
      // `none` means "not recorded" in the register and its URLs, so no list may use it.
      expect(Object.keys(labels)).not.toContain('none');
    },
  );
});
