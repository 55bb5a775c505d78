import type { SupplierEntry } from './catalogue.ts';

/** Days from today on which Example Amber Shield was sold and its developers moved. */
export const amberShieldSold = -145;
export const amberShieldDevelopersMoved = -30;

const extract = 'Company register (sample extract)';

/** Fictional suppliers about whom something has to be found out or decided. */
export const storySuppliers: readonly SupplierEntry[] = [
  {
    name: 'Example Bastion Firewalls Ltd',
    aliases: ['Bastion Firewalls (Example)'],
    notes: 'Licenses another company’s anti-virus engine for its larger firewalls.',
    facts: [
      { facet: 'incorporation', country: 'GB', source: extract },
      { facet: 'headquarters', country: 'GB', source: extract },
      { facet: 'developed', country: 'GB', source: 'Site visit by the assurance team (sample)' },
    ],
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
      { facet: 'incorporation', country: 'LV', source: extract },
      { facet: 'headquarters', country: 'RU', source: 'Annual report of the then parent (sample)' },
      {
        facet: 'ultimate_parent',
        country: 'RU',
        source: 'Annual report of the then parent (sample)',
      },
      { facet: 'developed', country: 'RU', source: 'Supplier assurance questionnaire (sample)' },
    ],
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
    facts: [{ facet: 'headquarters', country: 'RU', source: extract }],
    products: [
      { name: 'Taiga Disk Tools', category: 'other', scale: 'desktop', versions: ['3.3'] },
    ],
  },
  {
    name: 'Voorbeeld Duinen Holding N.V.',
    facts: [{ facet: 'headquarters', country: 'NL', source: extract }],
    products: [],
  },
  {
    name: 'ПАО «Пример Капитал»',
    aliases: ['PAO Primer Kapital', 'Example Kapital'],
    notes: 'An investor; sells no software itself.',
    facts: [{ facet: 'incorporation', country: 'RU', source: extract }],
    products: [],
  },
  {
    name: 'Exemplu Carpați Protecție S.R.L.',
    notes: 'A shareholder from the Russian Federation holds exactly a quarter of the votes.',
    facts: [
      { facet: 'headquarters', country: 'RO', source: extract },
      {
        facet: 'significant_shareholder',
        country: 'RU',
        source: 'Register of shareholders (sample)',
      },
    ],
    products: [
      { name: 'Carpați Antivirus', category: 'antivirus', scale: 'desktop', versions: ['4.1'] },
      { name: 'Carpați VPN', category: 'network', scale: 'desktop', versions: ['2.7'] },
    ],
  },
  {
    name: 'Exemplu Dunăre Antivirus S.R.L.',
    notes: 'The same shareholder holds a little less than a quarter of the votes.',
    facts: [{ facet: 'headquarters', country: 'RO', source: extract }],
    products: [
      { name: 'Dunăre Antivirus', category: 'antivirus', scale: 'desktop', versions: ['8.8'] },
      { name: 'Dunăre Web Filter', category: 'firewall', scale: 'appliance', versions: ['3.5'] },
    ],
  },
  {
    name: 'Vzor Vltava Endpoint s.r.o.',
    notes: 'Owned through a holding in between; follow the owners up to the top.',
    facts: [{ facet: 'headquarters', country: 'CZ', source: extract }],
    products: [
      { name: 'Vltava Endpoint', category: 'endpoint', scale: 'desktop', versions: ['10.1'] },
      { name: 'Vltava Device Control', category: 'endpoint', scale: 'desktop', versions: ['2.2'] },
    ],
  },
  {
    name: 'Example Kypros Holdings Ltd',
    facts: [{ facet: 'incorporation', country: 'CY', source: extract }],
    products: [],
  },
  {
    name: 'Example Kestrel Group Ltd',
    facts: [{ facet: 'headquarters', country: 'GB', source: extract }],
    products: [],
  },
  {
    name: '示例长江集团有限公司',
    aliases: ['Shili Changjiang Group', 'Example Changjiang Group'],
    facts: [{ facet: 'headquarters', country: 'CN', source: extract, confidence: 'probable' }],
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
    facts: [{ facet: 'incorporation', country: 'GR', source: extract }],
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
