import type { OrganisationName } from './organisations.ts';

type Placement = {
  organisation: OrganisationName;
  system: string;
  version?: string;
  installations: number;
  status?: 'planned';
  owner?: string;
};

type StoryDeployment = Placement & { product: string };

function placed(product: string, placements: readonly Placement[]): StoryDeployment[] {
  return placements.map((placement) => ({ product, ...placement }));
}

const ministry = 'Ministry of Illustrative Affairs';
const services = 'Department for Sample Services';
const signals = 'Example Signals Agency';
const border = 'Specimen Border Agency';
const regulator = 'Regulator of Example Markets';
const bank = 'Placeholder Bank plc';
const utility = 'Example Water and Light';
const council = 'Exampleshire County Council';

/** Russia-based anti-virus on every tier, and what an advisory expressly leaves out. */
const antivirus = [
  ...placed('Kaspersky Endpoint Security', [
    { organisation: ministry, system: 'Corporate Desktop', version: '12.3', installations: 3980 },
    {
      organisation: ministry,
      system: 'Correspondence and Briefing',
      version: '12.3',
      installations: 870,
    },
    {
      organisation: ministry,
      system: 'Negotiations Workspace',
      version: '12.6',
      installations: 132,
    },
    {
      organisation: ministry,
      system: 'Overseas Posts Network',
      version: '11.11',
      installations: 240,
      owner: 'Posts Connectivity (eastern region)',
    },
    { organisation: ministry, system: 'Telegram Archive', version: '11.11', installations: 610 },
    { organisation: ministry, system: 'Crisis Centre', version: '11.11', installations: 58 },
    {
      organisation: ministry,
      system: 'Partner Liaison Exchange',
      version: '12.3',
      installations: 80,
    },
    {
      organisation: services,
      system: 'Case Management Platform',
      version: '12.6',
      installations: 6900,
    },
    { organisation: services, system: 'Contact Centre', version: '12.6', installations: 2750 },
    { organisation: services, system: 'Fraud Intelligence', version: '12.3', installations: 175 },
    { organisation: signals, system: 'Corporate Services', version: '12.6', installations: 840 },
    { organisation: signals, system: 'Recruitment Portal', version: '12.6', installations: 44 },
    { organisation: border, system: 'Staff Desktop', version: '12.3', installations: 4800 },
    { organisation: border, system: 'Joint Tasking Cell', version: '12.3', installations: 33 },
    { organisation: regulator, system: 'Staff Desktop', version: '12.6', installations: 1040 },
    {
      organisation: regulator,
      system: 'Enforcement Evidence Store',
      version: '12.3',
      installations: 61,
    },
    { organisation: bank, system: 'Colleague Desktop', version: '12.6', installations: 11800 },
    { organisation: bank, system: 'Branch Estate', version: '12.6', installations: 5650 },
    { organisation: bank, system: 'Treasury Liaison Terminal', version: '12.3', installations: 12 },
    { organisation: utility, system: 'Corporate Desktop', version: '12.6', installations: 3150 },
    { organisation: utility, system: 'Reservoir Telemetry', version: '12.3', installations: 41 },
    {
      organisation: utility,
      system: 'Emergency Coordination Cell',
      version: '12.3',
      installations: 22,
    },
    { organisation: council, system: 'Council Desktop', version: '12.6', installations: 4520 },
    { organisation: council, system: 'Social Care Records', version: '12.6', installations: 1290 },
    { organisation: council, system: 'Libraries', version: '12.3', installations: 540 },
  ]),
  ...placed('Kaspersky Anti-Virus', [
    { organisation: services, system: 'Developer Platform', version: '21.15', installations: 35 },
    {
      organisation: council,
      system: 'Libraries',
      version: '21.15',
      installations: 60,
      owner: 'Public access computers',
    },
  ]),
  ...placed('Kaspersky Internet Security', [
    {
      organisation: bank,
      system: 'Customer Channels',
      version: '21.3',
      installations: 1,
      owner: 'Customer Protection',
    },
  ]),
  ...placed('Kaspersky Small Office Security', [
    { organisation: council, system: 'Revenues and Benefits', version: '8.0', installations: 18 },
  ]),
  ...placed('Kaspersky Embedded Systems Security', [
    {
      organisation: bank,
      system: 'Branch Estate',
      version: '3.3',
      installations: 1420,
      owner: 'Cash machines',
    },
  ]),
  ...placed('Kaspersky Private Security Network', [
    { organisation: border, system: 'Watchlist Service', version: '4.0', installations: 2 },
  ]),
  ...placed('Kaspersky Anti Targeted Attack', [
    { organisation: border, system: 'Arrivals Screening', version: '6.0', installations: 4 },
    { organisation: regulator, system: 'Market Surveillance', version: '6.0', installations: 2 },
  ]),
  ...placed('Kaspersky Threat Intelligence', [
    { organisation: regulator, system: 'Market Surveillance', installations: 1 },
    { organisation: bank, system: 'Payments Gateway', installations: 1, owner: 'Cyber Defence' },
  ]),
  ...placed('Kaspersky Security Training', [
    {
      organisation: utility,
      system: 'Corporate Desktop',
      installations: 1,
      owner: 'Learning and Development',
    },
  ]),
  ...placed('Kaspersky Cloud Security (Enterprise)', [
    { organisation: services, system: 'Data Warehouse', installations: 1 },
  ]),
  ...placed('PT Application Firewall', [
    { organisation: ministry, system: 'Public Website', version: '4.0', installations: 2 },
    { organisation: services, system: 'Payments Engine', version: '4.0', installations: 4 },
  ]),
];

/** The engine inside another vendor’s firewall. */
const embedded = placed('Bastion Edge 400', [
  { organisation: ministry, system: 'Overseas Posts Network', version: '7.0', installations: 64 },
  { organisation: ministry, system: 'Crisis Centre', version: '7.0', installations: 2 },
  { organisation: services, system: 'Data Warehouse', version: '7.0', installations: 4 },
  { organisation: services, system: 'Payments Engine', version: '6.4', installations: 6 },
  { organisation: border, system: 'Arrivals Screening', version: '7.0', installations: 18 },
  { organisation: border, system: 'Freight Targeting', version: '6.4', installations: 5 },
  { organisation: regulator, system: 'Supervision Returns', version: '7.0', installations: 2 },
  { organisation: bank, system: 'Payments Gateway', version: '7.0', installations: 8 },
  { organisation: utility, system: 'Control Room SCADA', version: '6.4', installations: 6 },
  { organisation: utility, system: 'Reservoir Telemetry', version: '6.4', installations: 3 },
  { organisation: council, system: 'Council Desktop', version: '6.4', installations: 4 },
]);

/** Owners that changed, shareholders near a threshold, and origins that nobody could name. */
const ownership = [
  ...placed('Amber Shield Antivirus', [
    { organisation: ministry, system: 'Treaty Records', version: '7.0', installations: 70 },
    { organisation: services, system: 'Archive and Print', version: '6.2', installations: 120 },
    { organisation: signals, system: 'Build and Test', version: '7.0', installations: 240 },
    { organisation: border, system: 'Freight Targeting', version: '7.0', installations: 360 },
    { organisation: utility, system: 'Control Room SCADA', version: '6.2', installations: 96 },
    { organisation: bank, system: 'Core Ledger', version: '7.0', installations: 44 },
  ]),
  ...placed('Amber Shield Console', [
    { organisation: signals, system: 'Build and Test', version: '6.2', installations: 2 },
    { organisation: utility, system: 'Control Room SCADA', version: '6.2', installations: 1 },
  ]),
  ...placed('Taiga Disk Tools', [
    { organisation: services, system: 'Archive and Print', version: '3.3', installations: 9 },
    { organisation: council, system: 'Libraries', version: '3.3', installations: 14 },
  ]),
  ...placed('Carpați Antivirus', [
    { organisation: regulator, system: 'Public Register', version: '4.1', installations: 28 },
    { organisation: border, system: 'Port Wi-Fi', version: '4.1', installations: 52 },
  ]),
  ...placed('Carpați VPN', [
    {
      organisation: ministry,
      system: 'Partner Liaison Exchange',
      version: '2.7',
      installations: 85,
    },
  ]),
  ...placed('Dunăre Antivirus', [
    { organisation: council, system: 'Resilience Partnership', version: '8.8', installations: 19 },
    { organisation: regulator, system: 'Board Portal', version: '8.8', installations: 46 },
  ]),
  ...placed('Dunăre Web Filter', [
    { organisation: council, system: 'Libraries', version: '3.5', installations: 3 },
  ]),
  ...placed('Vltava Endpoint', [
    { organisation: border, system: 'Officer Handsets', version: '10.1', installations: 2900 },
    { organisation: signals, system: 'Secure Desktop', version: '10.1', installations: 2200 },
  ]),
  ...placed('Vltava Device Control', [
    { organisation: signals, system: 'Secure Desktop', version: '2.2', installations: 2200 },
  ]),
  ...placed('Pale Egret Antivirus', [
    { organisation: border, system: 'Port Wi-Fi', version: '1.6', installations: 11 },
    {
      organisation: signals,
      system: 'Research Enclave',
      version: '1.6',
      installations: 6,
      status: 'planned',
    },
  ]),
  ...placed('Pale Egret Licence Server', [
    { organisation: border, system: 'Port Wi-Fi', version: '2.1', installations: 1 },
  ]),
  ...placed('Nowhere Message Queue', [
    { organisation: signals, system: 'Collection Gateway', version: '3.12', installations: 6 },
    { organisation: signals, system: 'Analysis Workbench', version: '3.12', installations: 4 },
  ]),
  ...placed('Quiet Compress', [
    { organisation: border, system: 'Watchlist Service', version: '9.20', installations: 40 },
    { organisation: services, system: 'Fraud Intelligence', version: '9.20', installations: 120 },
    { organisation: ministry, system: 'Telegram Archive', version: '9.20', installations: 300 },
  ]),
  ...placed('Twin Rivers Transfer', [
    {
      organisation: regulator,
      system: 'Enforcement Evidence Store',
      version: '5.5',
      installations: 2,
    },
    { organisation: bank, system: 'Payments Gateway', version: '5.5', installations: 3 },
  ]),
];

/** Cameras, radios and handset applications of China-based suppliers; and one case of a version. */
const equipment = [
  ...placed('Hikvision network camera', [
    { organisation: signals, system: 'Site Perimeter', version: '5.5.800', installations: 86 },
    {
      organisation: border,
      system: 'Detention Estate CCTV',
      version: '5.7.12',
      installations: 410,
    },
    { organisation: ministry, system: 'Visitor Management', version: '5.5.800', installations: 38 },
    { organisation: council, system: 'Street Cameras', version: '5.7.12', installations: 520 },
    { organisation: utility, system: 'Sites CCTV', version: '5.7.12', installations: 260 },
  ]),
  ...placed('Hikvision network video recorder', [
    { organisation: border, system: 'Detention Estate CCTV', version: '4.61', installations: 14 },
    { organisation: council, system: 'Street Cameras', version: '4.61', installations: 9 },
  ]),
  ...placed('Dahua network camera', [
    { organisation: services, system: 'Building Security', version: '2.840', installations: 190 },
    { organisation: utility, system: 'Sites CCTV', version: '2.840', installations: 75 },
  ]),
  ...placed('Dahua access control terminal', [
    { organisation: services, system: 'Building Security', version: '1.3', installations: 24 },
  ]),
  ...placed('Huawei optical access terminal', [
    { organisation: utility, system: 'Smart Metering', version: 'V800R021', installations: 340 },
    { organisation: council, system: 'Libraries', version: 'V800R021', installations: 22 },
  ]),
  ...placed('Huawei site router', [
    {
      organisation: utility,
      system: 'Field Force Tablets',
      version: 'V300R022',
      installations: 65,
    },
    { organisation: border, system: 'Port Wi-Fi', version: 'V300R019', installations: 31 },
  ]),
  ...placed('Hytera digital radio', [
    {
      organisation: council,
      system: 'Street Cameras',
      version: 'A9.06',
      installations: 60,
      owner: 'Wardens’ radios',
    },
    { organisation: utility, system: 'Field Force Tablets', version: 'A9.06', installations: 180 },
  ]),
  ...placed('TikTok', [
    {
      organisation: services,
      system: 'Contact Centre',
      version: '37.2',
      installations: 6,
      owner: 'Campaigns',
    },
    {
      organisation: council,
      system: 'Libraries',
      version: '37.2',
      installations: 3,
      owner: 'Young readers’ events',
    },
  ]),
  ...placed('WeChat', [
    { organisation: border, system: 'Officer Handsets', version: '8.0.50', installations: 27 },
    {
      organisation: ministry,
      system: 'Corporate Desktop',
      version: '8.0.50',
      installations: 12,
      owner: 'Consular outreach',
    },
  ]),
  ...placed('Orion Platform', [
    { organisation: services, system: 'Data Warehouse', version: '2020.2.1 HF1', installations: 1 },
    {
      organisation: regulator,
      system: 'Supervision Returns',
      version: '2020.2.1 HF1',
      installations: 1,
    },
    { organisation: bank, system: 'Core Ledger', version: '2024.2.1', installations: 2 },
  ]),
];

export const storyDeployments: readonly StoryDeployment[] = [
  ...antivirus,
  ...embedded,
  ...ownership,
  ...equipment,
];
