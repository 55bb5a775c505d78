import type { SupplierEntry } from './catalogue.ts';

const asked = 'Supplier assurance questionnaire returned without an answer (sample)';

/** Fictional suppliers without a country of origin: never asked, or asked without an answer. */
export const unknownSuppliers: readonly SupplierEntry[] = [
  {
    name: 'Example Quiet Tools',
    facts: [],
    products: [
      {
        name: 'Quiet Compress',
        category: 'other',
        scale: 'desktop',
        versions: ['9.20', '23.1'],
        spread: 3,
      },
      {
        name: 'Quiet Terminal',
        category: 'developer_tools',
        scale: 'desktop',
        versions: ['0.79'],
        spread: 2,
      },
      {
        name: 'Quiet Screen Capture',
        category: 'productivity',
        scale: 'desktop',
        versions: ['5.0'],
        spread: 2,
      },
      { name: 'Quiet Sync', category: 'backup', scale: 'server', versions: ['1.27'], spread: 2 },
    ],
  },
  {
    name: 'Example Mirage Utilities',
    notes: 'Bought through a reseller; the contract does not name the maker’s address.',
    facts: [],
    products: [
      {
        name: 'Mirage PDF',
        category: 'productivity',
        scale: 'desktop',
        versions: ['4.2', '5.0'],
        spread: 3,
      },
      {
        name: 'Mirage Disk Image',
        category: 'backup',
        scale: 'server',
        versions: ['7.1'],
        spread: 1,
      },
      {
        name: 'Mirage Camera Viewer',
        category: 'video_surveillance',
        scale: 'desktop',
        versions: ['2.0'],
        spread: 2,
      },
      {
        name: 'Mirage Clock Sync',
        category: 'network',
        scale: 'server',
        versions: ['4.2'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Example Nowhere Collective',
    notes: 'Asked twice. The answer on record is that it is not known.',
    facts: [
      { facet: 'incorporation', country: null, source: asked },
      { facet: 'headquarters', country: null, source: asked },
      { facet: 'developed', country: null, source: asked },
    ],
    products: [
      {
        name: 'Nowhere Message Queue',
        category: 'other',
        scale: 'server',
        versions: ['3.12'],
        spread: 2,
      },
      {
        name: 'Nowhere Dashboard',
        category: 'monitoring',
        scale: 'service',
        versions: ['11.1'],
        spread: 2,
      },
      {
        name: 'Nowhere Parser',
        category: 'developer_tools',
        scale: 'server',
        versions: ['2.15'],
        spread: 1,
      },
    ],
  },
  {
    name: 'Example Candlewick Community Project',
    notes: 'Free software without a legal person behind it.',
    facts: [],
    products: [
      {
        name: 'Candlewick Archive Library',
        category: 'developer_tools',
        scale: 'server',
        versions: ['5.4', '5.6'],
        spread: 2,
      },
      {
        name: 'Candlewick Image Tools',
        category: 'productivity',
        scale: 'desktop',
        versions: ['7.1'],
        spread: 1,
      },
      { name: 'Candlewick Proxy', category: 'web', scale: 'server', versions: ['6.9'], spread: 2 },
      {
        name: 'Candlewick Crypto',
        category: 'other',
        scale: 'server',
        versions: ['3.0'],
        spread: 1,
        facts: [
          { facet: 'maintained', country: 'NO', source: 'Statement of its maintainers (sample)' },
        ],
      },
    ],
  },
  {
    name: 'Example Pale Egret Trading',
    notes: 'A shareholder and a support desk are known; where it is run from is not.',
    facts: [
      { facet: 'headquarters', country: null, source: asked },
      {
        facet: 'significant_shareholder',
        country: 'RU',
        source: 'Press report kept by the assurance team (sample)',
        confidence: 'unverified',
      },
      { facet: 'support', country: 'BY', source: 'Support tickets of the last year (sample)' },
    ],
    products: [
      { name: 'Pale Egret Antivirus', category: 'antivirus', scale: 'desktop', versions: ['1.6'] },
      { name: 'Pale Egret Licence Server', category: 'other', scale: 'server', versions: ['2.1'] },
    ],
  },
];
