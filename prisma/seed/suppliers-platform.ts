import type { Fact, SupplierEntry } from './catalogue.ts';

// Here and in the files beside this one every company is fictional: each name says "example" in
// some language.

function registered(country: string, register: string): Fact[] {
  return [
    { facet: 'incorporation', country, source: `${register} (sample extract)` },
    { facet: 'headquarters', country, source: 'Supplier assurance questionnaire (sample)' },
  ];
}

/** What nearly every organisation runs. */
export const platformSuppliers: readonly SupplierEntry[] = [
  {
    name: 'Example Stonepine Systems, Inc.',
    aliases: ['Stonepine Example', 'Example Stonepine'],
    website: 'https://stonepine.example.com',
    facts: registered('US', 'Company register of a US state'),
    products: [
      {
        name: 'Stonepine Desktop',
        category: 'operating_system',
        scale: 'desktop',
        versions: ['22H2', '23H2', '24H2'],
        spread: 6,
      },
      {
        name: 'Stonepine Server',
        category: 'operating_system',
        scale: 'server',
        versions: ['2019', '2022', '2025'],
        spread: 7,
      },
      {
        name: 'Stonepine Office',
        category: 'productivity',
        scale: 'desktop',
        versions: ['2021', '2024'],
        spread: 5,
      },
      {
        name: 'Stonepine Mail',
        category: 'productivity',
        scale: 'server',
        versions: ['15.2', '16.0'],
        spread: 3,
      },
      {
        name: 'Stonepine Directory',
        category: 'identity',
        scale: 'server',
        versions: ['2022', '2025'],
        spread: 4,
      },
      { name: 'Stonepine Cloud', category: 'cloud', scale: 'service', versions: [''], spread: 3 },
      {
        name: 'Stonepine SQL',
        category: 'database',
        scale: 'server',
        versions: ['2019', '2022'],
        spread: 4,
      },
      {
        name: 'Stonepine Hypervisor',
        category: 'virtualisation',
        scale: 'server',
        versions: ['7.0', '8.0'],
        spread: 4,
      },
      {
        name: 'Stonepine Guard',
        category: 'antivirus',
        scale: 'desktop',
        versions: ['4.18'],
        spread: 4,
      },
      {
        name: 'Stonepine Browser',
        category: 'web',
        scale: 'desktop',
        versions: ['128', '131'],
        spread: 3,
      },
    ],
  },
  {
    name: 'Example Harbour Software Ltd',
    aliases: ['Harbour Software (Example)'],
    website: 'https://harbour.example.com',
    facts: registered('GB', 'Companies register'),
    products: [
      {
        name: 'Harbour Casework',
        category: 'productivity',
        scale: 'server',
        versions: ['5.1', '5.4'],
        spread: 3,
      },
      {
        name: 'Harbour Correspondence',
        category: 'productivity',
        scale: 'server',
        versions: ['3.9'],
        spread: 2,
      },
      {
        name: 'Harbour Forms',
        category: 'web',
        scale: 'service',
        versions: ['2.2', '2.3'],
        spread: 2,
      },
      {
        name: 'Harbour Records',
        category: 'productivity',
        scale: 'server',
        versions: ['7.0', '7.2'],
        spread: 3,
      },
      {
        name: 'Harbour Redact',
        category: 'productivity',
        scale: 'desktop',
        versions: ['1.8'],
        spread: 1,
      },
      {
        name: 'Harbour Payroll',
        category: 'productivity',
        scale: 'service',
        versions: ['2026.1'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Example Castle Databases plc',
    facts: registered('GB', 'Companies register'),
    products: [
      {
        name: 'Castle Relational',
        category: 'database',
        scale: 'server',
        versions: ['14', '16', '17'],
        spread: 5,
      },
      {
        name: 'Castle Warehouse',
        category: 'database',
        scale: 'server',
        versions: ['3.1'],
        spread: 2,
      },
      {
        name: 'Castle Replicator',
        category: 'database',
        scale: 'server',
        versions: ['3.0', '3.2'],
        spread: 2,
      },
      {
        name: 'Castle Search',
        category: 'database',
        scale: 'server',
        versions: ['8.11'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Exempel Fjäll Networks AB',
    aliases: ['Fjall Networks (Example)'],
    facts: registered('SE', 'Swedish company register'),
    products: [
      {
        name: 'Fjäll core switch',
        category: 'network',
        scale: 'appliance',
        versions: ['9.3', '9.4'],
        spread: 4,
      },
      {
        name: 'Fjäll access switch',
        category: 'network',
        scale: 'appliance',
        versions: ['9.3', '9.4'],
        spread: 5,
      },
      {
        name: 'Fjäll wireless controller',
        category: 'network',
        scale: 'appliance',
        versions: ['4.7'],
        spread: 3,
      },
      {
        name: 'Fjäll edge router',
        category: 'network',
        scale: 'appliance',
        versions: ['17.6', '17.9'],
        spread: 4,
      },
      {
        name: 'Fjäll network manager',
        category: 'monitoring',
        scale: 'server',
        versions: ['6.0'],
        spread: 2,
      },
      {
        name: 'Fjäll voice gateway',
        category: 'telecommunications',
        scale: 'appliance',
        versions: ['12.2'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Beispiel Alpenglühn Software GmbH',
    facts: registered('DE', 'Handelsregister'),
    products: [
      {
        name: 'Alpenglühn Backup',
        category: 'backup',
        scale: 'server',
        versions: ['12.0', '12.1'],
        spread: 5,
      },
      {
        name: 'Alpenglühn Archive',
        category: 'backup',
        scale: 'server',
        versions: ['5.5'],
        spread: 2,
      },
      {
        name: 'Alpenglühn Patch',
        category: 'endpoint',
        scale: 'desktop',
        versions: ['24.1', '24.2'],
        spread: 3,
      },
      {
        name: 'Alpenglühn Print',
        category: 'productivity',
        scale: 'desktop',
        versions: ['10.3'],
        spread: 2,
      },
    ],
  },
  {
    name: 'Exemple Montagne Bleue SAS',
    facts: registered('FR', 'Registre du commerce et des sociétés'),
    products: [
      {
        name: 'Montagne Bleue PKI',
        category: 'identity',
        scale: 'server',
        versions: ['7.4'],
        spread: 2,
      },
      {
        name: 'Montagne Bleue smart card',
        category: 'identity',
        scale: 'desktop',
        versions: ['3.2'],
        spread: 3,
      },
      {
        name: 'Montagne Bleue Access',
        category: 'identity',
        scale: 'server',
        versions: ['5.0', '5.1'],
        spread: 2,
      },
      {
        name: 'Montagne Bleue disk encryption',
        category: 'endpoint',
        scale: 'desktop',
        versions: ['9.1'],
        spread: 3,
      },
    ],
  },
  {
    name: 'Example Maple Cloud Inc.',
    facts: [
      ...registered('CA', 'Corporations Canada'),
      { facet: 'hosted', country: 'CA', source: 'Hosting schedule of the contract (sample)' },
      { facet: 'data_at_rest', country: 'GB', source: 'Hosting schedule of the contract (sample)' },
    ],
    products: [
      { name: 'Maple Storage', category: 'cloud', scale: 'service', versions: [''], spread: 2 },
      { name: 'Maple Meetings', category: 'cloud', scale: 'service', versions: [''], spread: 3 },
      {
        name: 'Maple Mobile Manager',
        category: 'mobile',
        scale: 'handset',
        versions: ['8.2'],
        spread: 2,
      },
      { name: 'Maple Functions', category: 'cloud', scale: 'service', versions: [''], spread: 1 },
    ],
  },
  {
    name: 'Example Kestrel Monitoring Ltd',
    notes: 'Its sale is announced; the new owner is entered from the day of completion.',
    facts: [
      { facet: 'incorporation', country: 'GB', source: 'Companies register (sample extract)' },
      { facet: 'ultimate_parent', country: 'GB', source: 'Annual return (sample)', to: 40 },
      {
        facet: 'ultimate_parent',
        country: 'CN',
        source: 'Announcement of the sale to the example exchange (sample)',
        confidence: 'probable',
        from: 40,
      },
    ],
    products: [
      {
        name: 'Kestrel Watch',
        category: 'monitoring',
        scale: 'server',
        versions: ['11.2', '11.4'],
        spread: 4,
      },
      {
        name: 'Kestrel Log Store',
        category: 'monitoring',
        scale: 'server',
        versions: ['8.15'],
        spread: 3,
      },
      {
        name: 'Kestrel Probe',
        category: 'monitoring',
        scale: 'appliance',
        versions: ['2.6'],
        spread: 2,
      },
    ],
  },
];
