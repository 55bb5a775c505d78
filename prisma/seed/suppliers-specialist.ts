import type { SupplierEntry } from './catalogue.ts';

const extract = 'Company register (sample extract)';
const questionnaire = 'Supplier assurance questionnaire (sample)';

/** Smaller fictional suppliers, whose names also try out what a name may hold. */
export const specialistSuppliers: readonly SupplierEntry[] = [
  {
    name: '@one Example GmbH',
    facts: [{ facet: 'headquarters', country: 'DE', source: extract }],
    products: [
      {
        name: '@one Remote Assist',
        category: 'endpoint',
        scale: 'desktop',
        versions: ['15.4'],
        spread: 3,
      },
      {
        name: '@one Helpdesk',
        category: 'productivity',
        scale: 'service',
        versions: ['6.1'],
        spread: 2,
      },
      {
        name: '@one Asset Scan',
        category: 'monitoring',
        scale: 'server',
        versions: ['3.0'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Example "Blue Door" Software, Ltd.',
    aliases: ['Blue Door (Example)'],
    facts: [{ facet: 'incorporation', country: 'IE', source: extract }],
    products: [
      {
        name: 'Blue Door Compiler',
        category: 'developer_tools',
        scale: 'desktop',
        versions: ['13.2', '14.1'],
        spread: 2,
      },
      {
        name: 'Blue Door Repository',
        category: 'developer_tools',
        scale: 'server',
        versions: ['17.3'],
        spread: 2,
      },
      {
        name: 'Blue Door Pipelines',
        category: 'developer_tools',
        scale: 'server',
        versions: ['4.9'],
        spread: 2,
      },
      {
        name: 'Blue Door Editor',
        category: 'developer_tools',
        scale: 'desktop',
        versions: ['1.94'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Example Thistle, Rush & Sedge LLP',
    facts: [
      { facet: 'headquarters', country: 'GB', source: questionnaire },
      { facet: 'support', country: 'IN', source: questionnaire },
    ],
    products: [
      {
        name: 'Thistle Ledger',
        category: 'productivity',
        scale: 'server',
        versions: ['2025.4'],
        spread: 2,
      },
      {
        name: 'Thistle Expenses',
        category: 'productivity',
        scale: 'service',
        versions: [''],
        spread: 1,
      },
    ],
  },
  {
    name: '+Plus Eksempel ApS',
    facts: [{ facet: 'headquarters', country: 'DK', source: extract }],
    products: [
      {
        name: '+Plus Load Balancer',
        category: 'network',
        scale: 'appliance',
        versions: ['16.1'],
        spread: 2,
      },
      {
        name: '+Plus Web Server',
        category: 'web',
        scale: 'server',
        versions: ['2.4', '2.6'],
        spread: 3,
      },
    ],
  },
  {
    name: '例示雲海ソフトウェア株式会社',
    aliases: ['Reiji Unkai Software'],
    facts: [{ facet: 'headquarters', country: 'JP', source: extract }],
    products: [
      {
        name: '雲海 Document Capture',
        category: 'productivity',
        scale: 'desktop',
        versions: ['9.0'],
        spread: 2,
      },
      {
        name: '雲海 Scanner Driver',
        category: 'hardware',
        scale: 'desktop',
        versions: ['3.21'],
        spread: 2,
      },
      {
        name: '雲海 Projector Control',
        category: 'hardware',
        scale: 'appliance',
        versions: ['1.9'],
        spread: 1,
      },
    ],
  },
  {
    name: '예시 한강 소프트웨어 (Example Hangang Software)',
    facts: [
      { facet: 'headquarters', country: 'KR', source: questionnaire, confidence: 'probable' },
    ],
    products: [
      {
        name: 'Hangang Handset Firmware',
        category: 'mobile',
        scale: 'handset',
        versions: ['14', '15'],
        spread: 2,
      },
      {
        name: 'Hangang Display Manager',
        category: 'hardware',
        scale: 'desktop',
        versions: ['2.1'],
        spread: 1,
      },
    ],
  },
  {
    name: 'דוגמה ארז ירוק בע״מ',
    aliases: ['Dugma Erez Yarok'],
    facts: [{ facet: 'incorporation', country: 'IL', source: extract }],
    products: [
      {
        name: 'Erez Data Diode',
        category: 'network',
        scale: 'appliance',
        versions: ['2.0'],
        spread: 2,
      },
      {
        name: 'Erez Sandbox',
        category: 'endpoint',
        scale: 'appliance',
        versions: ['5.2'],
        spread: 1,
      },
    ],
  },
  {
    name: 'Ejemplo Ñandú Sistemas, S.A.',
    facts: [{ facet: 'headquarters', country: 'ES', source: extract }],
    products: [
      {
        name: 'Ñandú Telemetry',
        category: 'monitoring',
        scale: 'appliance',
        versions: ['4.4'],
        spread: 2,
      },
      { name: 'Ñandú Scheduler', category: 'other', scale: 'server', versions: ['7.7'], spread: 2 },
    ],
  },
  {
    name: 'Example Namib Mapping (Pty) Ltd',
    notes: 'Its country code is NA, which some tools take for “not available”.',
    facts: [{ facet: 'headquarters', country: 'NA', source: extract }],
    products: [
      {
        name: 'Namib Maps',
        category: 'productivity',
        scale: 'desktop',
        versions: ['10.8', '11.0'],
        spread: 2,
      },
    ],
  },
];
