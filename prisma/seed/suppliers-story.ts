import type { Fact, SupplierEntry } from './catalogue.ts';
import { answered, billOfMaterials } from './questionnaire.ts';

/** Days from today on which Example Amber Shield was sold and its developers moved. */
export const amberShieldSold = -145;
export const amberShieldDevelopersMoved = -30;

/** What is stated about Example Amber Shield until its sale, and differently from then on. */
export const factsThatTheSaleEnded = [
  'headquarters',
  'ultimate_parent',
  'significant_shareholder',
  'management',
] as const;

const extract = 'Company register (sample extract)';
const shareholders = 'Register of shareholders (sample)';

function registered(country: string, ...facets: readonly string[]): Fact[] {
  return facets.map((facet) => ({ facet, country, source: extract }));
}

/** Fictional suppliers about whom something has to be found out or decided. */
export const storySuppliers: readonly SupplierEntry[] = [
  {
    name: 'Example Bastion Firewalls Ltd',
    aliases: ['Bastion Firewalls (Example)'],
    notes: 'Licenses another company’s anti-virus engine for its larger firewalls.',
    facts: [
      ...registered('GB', 'incorporation', 'headquarters'),
      { facet: 'developed', country: 'GB', source: 'Site visit by the assurance team (sample)' },
      ...answered('GB', { headquarters: 'blank', developed: 'blank' }),
    ],
    componentsSource: billOfMaterials,
    products: [
      {
        name: 'Bastion Edge 400',
        category: 'firewall',
        scale: 'appliance',
        versions: ['6.4', '7.0'],
        notes: 'Inspects traffic with an embedded anti-virus engine, which can be switched off.',
      },
      {
        name: 'Bastion Branch 50',
        category: 'firewall',
        scale: 'appliance',
        versions: ['6.4'],
        spread: 3,
        notes: 'Whether the smaller model carries the engine as well has not been answered.',
        componentsIncomplete: true,
      },
      {
        name: 'Bastion Secure Client',
        category: 'network',
        scale: 'desktop',
        versions: ['5.1'],
        spread: 2,
      },
      {
        name: 'Bastion Manager',
        category: 'firewall',
        scale: 'server',
        versions: ['7.0'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Example Amber Shield SIA',
    aliases: ['Amber Shield (Example)'],
    notes: 'Sold by a Russian parent to a Dutch holding; development followed later.',
    facts: [
      ...registered('LV', 'incorporation'),
      ...factsThatTheSaleEnded.map((facet) => ({
        facet,
        country: 'RU',
        source: 'Annual report of the then parent (sample)',
      })),
      ...answered('LV', {
        headquarters: 'blank',
        ultimate_parent: 'blank',
        significant_shareholder: 'blank',
        management: 'blank',
        developed: 'RU',
      }),
    ],
    componentsSource: billOfMaterials,
    products: [
      {
        name: 'Amber Shield Antivirus',
        category: 'antivirus',
        scale: 'desktop',
        versions: ['6.2', '7.0'],
      },
      { name: 'Amber Shield Console', category: 'endpoint', scale: 'server', versions: ['6.2'] },
    ],
  },
  {
    name: 'ООО «Пример Тайга»',
    aliases: ['OOO Primer Taiga', 'Example Taiga'],
    facts: registered('RU', 'incorporation', 'headquarters'),
    products: [
      { name: 'Taiga Disk Tools', category: 'other', scale: 'desktop', versions: ['3.3'] },
    ],
  },
  {
    name: 'Voorbeeld Duinen Holding N.V.',
    facts: registered('NL', 'incorporation', 'headquarters', 'ultimate_parent'),
    products: [],
  },
  {
    name: 'ПАО «Пример Капитал»',
    aliases: ['PAO Primer Kapital', 'Example Kapital'],
    notes: 'An investor; sells no software itself.',
    facts: registered('RU', 'incorporation'),
    products: [],
  },
  {
    name: 'Exemplu Carpați Protecție S.R.L.',
    notes: 'A shareholder from the Russian Federation holds exactly a quarter of the votes.',
    facts: [
      ...registered('RO', 'incorporation', 'headquarters'),
      { facet: 'significant_shareholder', country: 'RU', source: shareholders },
      ...answered('RO', { headquarters: 'blank', significant_shareholder: 'blank' }),
    ],
    componentsSource: billOfMaterials,
    products: [
      { name: 'Carpați Antivirus', category: 'antivirus', scale: 'desktop', versions: ['4.1'] },
      { name: 'Carpați VPN', category: 'network', scale: 'desktop', versions: ['2.7'] },
    ],
  },
  {
    name: 'Exemplu Dunăre Antivirus S.R.L.',
    notes: 'The same shareholder holds a little less than a quarter of the votes.',
    facts: [
      ...registered('RO', 'incorporation', 'headquarters'),
      { facet: 'significant_shareholder', country: 'RO', source: shareholders },
      ...answered('RO', { headquarters: 'blank', significant_shareholder: 'blank' }),
    ],
    componentsSource: billOfMaterials,
    products: [
      { name: 'Dunăre Antivirus', category: 'antivirus', scale: 'desktop', versions: ['8.8'] },
      { name: 'Dunăre Web Filter', category: 'firewall', scale: 'appliance', versions: ['3.5'] },
    ],
  },
  {
    name: 'Vzor Vltava Endpoint s.r.o.',
    notes: 'Owned through a holding in between; follow the owners up to the top.',
    facts: [
      ...registered('CZ', 'incorporation', 'headquarters'),
      ...answered('CZ', { headquarters: 'blank', ultimate_parent: 'blank' }),
    ],
    componentsSource: billOfMaterials,
    products: [
      { name: 'Vltava Endpoint', category: 'endpoint', scale: 'desktop', versions: ['10.1'] },
      { name: 'Vltava Device Control', category: 'endpoint', scale: 'desktop', versions: ['2.2'] },
    ],
  },
  {
    name: 'Example Kypros Holdings Ltd',
    facts: registered('CY', 'incorporation', 'headquarters'),
    products: [],
  },
  {
    name: 'Example Kestrel Group Ltd',
    facts: registered('GB', 'incorporation', 'headquarters', 'ultimate_parent'),
    products: [],
  },
  {
    name: '示例长江集团有限公司',
    aliases: ['Shili Changjiang Group', 'Example Changjiang Group'],
    facts: [
      ...registered('CN', 'incorporation'),
      { facet: 'headquarters', country: 'CN', source: extract, confidence: 'probable' },
    ],
    products: [],
  },
  {
    name: 'Example Twin Rivers Software LLC',
    notes: 'Two sources name two countries. Until it is settled the more trusted one leads.',
    facts: [
      {
        facet: 'headquarters',
        country: 'US',
        source: 'Supplier assurance questionnaire (sample)',
        confidence: 'probable',
      },
      {
        facet: 'headquarters',
        country: 'CN',
        source: 'Trade directory entry found by the assurance team (sample)',
        confidence: 'unverified',
      },
      { facet: 'maintained', country: 'CN', source: 'Support tickets of the last year (sample)' },
      ...registered('US', 'incorporation'),
      ...answered('US', { headquarters: 'blank', ultimate_parent: 'blank', maintained: 'blank' }),
    ],
    products: [
      {
        name: 'Twin Rivers Transfer',
        category: 'network',
        scale: 'server',
        versions: ['5.5'],
        spread: 1,
      },
      {
        name: 'Twin Rivers Forms',
        category: 'productivity',
        scale: 'service',
        versions: [''],
        spread: 1,
      },
      {
        name: 'Twin Rivers Chat',
        category: 'productivity',
        scale: 'desktop',
        versions: ['3.1'],
        spread: 1,
      },
    ],
  },
  {
    name: 'Παράδειγμα Αιγαίο Α.Ε.',
    aliases: ['Paradeigma Aigaio'],
    notes:
      'Where the product is developed is stated differently by the contract and by a reseller.',
    facts: [
      ...registered('GR', 'incorporation'),
      ...answered('GR', { headquarters: 'blank', developed: 'blank' }),
    ],
    products: [
      {
        name: 'Αιγαίο Translate',
        category: 'productivity',
        scale: 'desktop',
        versions: ['2.4'],
        spread: 1,
        facts: [
          { facet: 'developed', country: 'GR', source: 'Schedule to the contract (sample)' },
          {
            facet: 'developed',
            country: 'BY',
            source: 'Letter from a reseller (sample)',
            confidence: 'unverified',
          },
        ],
      },
      {
        name: 'Αιγαίο Speech',
        category: 'productivity',
        scale: 'desktop',
        versions: ['1.2'],
        spread: 1,
      },
    ],
  },
];
