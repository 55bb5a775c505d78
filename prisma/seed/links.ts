import type { Day } from './day.ts';
import { amberShieldSold } from './suppliers-story.ts';

export type Ownership = {
  owner: string;
  owned: string;
  sharePercent?: number;
  control: boolean;
  from?: Day;
  to?: Day;
  source: string;
  url?: string;
};

const shareholders = 'Register of shareholders (sample extract)';

export const ownerships: readonly Ownership[] = [
  {
    owner: 'AO Kaspersky Lab',
    owned: 'Kaspersky Lab, Inc.',
    control: true,
    source: 'US Bureau of Industry and Security, Final Determination ICTS-2021-002, 89 FR 52434',
    url: 'https://www.federalregister.gov/d/2024-13532',
  },
  {
    owner: 'ООО «Пример Тайга»',
    owned: 'Example Amber Shield SIA',
    sharePercent: 100,
    control: true,
    source: shareholders,
  },
  {
    owner: 'ПАО «Пример Капитал»',
    owned: 'Exemplu Carpați Protecție S.R.L.',
    sharePercent: 25,
    control: false,
    source: shareholders,
  },
  {
    owner: 'ПАО «Пример Капитал»',
    owned: 'Exemplu Dunăre Antivirus S.R.L.',
    sharePercent: 24.9,
    control: false,
    source: shareholders,
  },
  {
    owner: 'ПАО «Пример Капитал»',
    owned: 'Example Kypros Holdings Ltd',
    sharePercent: 100,
    control: true,
    source: shareholders,
  },
  {
    owner: 'Example Kypros Holdings Ltd',
    owned: 'Vzor Vltava Endpoint s.r.o.',
    sharePercent: 60,
    control: true,
    source: shareholders,
  },
  {
    owner: 'Example Kestrel Group Ltd',
    owned: 'Example Kestrel Monitoring Ltd',
    sharePercent: 100,
    control: true,
    to: 40,
    source: shareholders,
  },
  {
    owner: '示例长江集团有限公司',
    owned: 'Example Kestrel Monitoring Ltd',
    sharePercent: 100,
    control: true,
    from: 40,
    source: 'Announcement of the sale to the example exchange (sample)',
  },
];

/** Entered on the day of the sale, when the link above ended. */
export const amberShieldNewOwner: Ownership = {
  owner: 'Voorbeeld Duinen Holding N.V.',
  owned: 'Example Amber Shield SIA',
  sharePercent: 100,
  control: true,
  from: amberShieldSold,
  source: 'Notice of completion of the sale (sample)',
};

/** `component` is embedded in `product`; both by supplier and name. */
export const components = [
  {
    product: { supplier: 'Example Bastion Firewalls Ltd', name: 'Bastion Edge 400' },
    component: {
      supplier: 'AO Kaspersky Lab',
      name: 'Anti-virus engine for other vendors (Kaspersky)',
    },
    note: 'Scans mail and web traffic; signatures come from the engine’s maker.',
    source: 'Bill of materials of the firewall (sample)',
  },
  {
    product: { supplier: 'Example Harbour Software Ltd', name: 'Harbour Redact' },
    component: { supplier: 'Example Candlewick Community Project', name: 'Candlewick Image Tools' },
    note: 'Used to blacken pages.',
    source: 'Bill of materials (sample)',
  },
  {
    product: { supplier: 'Example Kestrel Monitoring Ltd', name: 'Kestrel Log Store' },
    component: {
      supplier: 'Example Candlewick Community Project',
      name: 'Candlewick Archive Library',
    },
    note: '',
    source: 'Bill of materials (sample)',
  },
  {
    product: { supplier: '@one Example GmbH', name: '@one Remote Assist' },
    component: { supplier: 'Example Nowhere Collective', name: 'Nowhere Parser' },
    note: 'Named in the licence notices of the installer.',
    source: 'Licence notices (sample)',
  },
] as const;
