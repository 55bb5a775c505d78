import type { Fact, SupplierEntry } from './catalogue.ts';
import { answered, billOfMaterials, componentStatement } from './questionnaire.ts';

function incorporated(country: string): Fact {
  return { facet: 'incorporation', country, source: 'Company register (sample extract)' };
}

/** Smaller fictional suppliers, whose names also try out what a name may hold. */
export const specialistSuppliers: readonly SupplierEntry[] = [
  {
    name: '@one Example GmbH',
    facts: [incorporated('DE'), ...answered('DE')],
    componentsSource: billOfMaterials,
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
    facts: [incorporated('IE'), ...answered('IE')],
    componentsSource: billOfMaterials,
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
    facts: [incorporated('GB'), ...answered('GB', { support: 'IN' })],
    componentsSource: componentStatement,
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
    facts: [incorporated('DK'), ...answered('DK')],
    componentsSource: billOfMaterials,
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
    facts: [incorporated('JP'), ...answered('JP')],
    componentsSource: billOfMaterials,
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
    notes: 'Who answers the support desk and where it is hosted was left blank.',
    facts: [incorporated('KR'), ...answered('KR', { hosted: 'blank', support: 'blank' })],
    componentsSource: componentStatement,
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
    facts: [incorporated('IL'), ...answered('IL', { headquarters: 'blank' })],
    componentsSource: componentStatement,
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
    facts: [incorporated('ES'), ...answered('ES')],
    componentsSource: componentStatement,
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
    facts: [incorporated('NA'), ...answered('NA')],
    componentsSource: componentStatement,
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
