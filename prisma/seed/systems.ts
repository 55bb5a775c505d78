import type { OrganisationName } from './organisations.ts';

export type SystemEntry = {
  organisation: OrganisationName;
  name: string;
  classification: 'OFFICIAL' | 'SECRET' | 'TOP SECRET' | 'UNSETTLED';
  /** The label of another scheme, where there is one. */
  label?: string;
  markings?: readonly string[];
  purposes: readonly string[];
  owner: string;
  /** People who use it, which sets the number of installations. */
  users: number;
  notes?: string;
};

const sensitive = ['SENSITIVE'];
const ukEyesOnly = ['UK EYES ONLY'];

type Described = Omit<SystemEntry, 'organisation' | 'name'>;

function systemsOf(
  organisation: OrganisationName,
  entries: Record<string, Described>,
): SystemEntry[] {
  return Object.entries(entries).map(([name, entry]) => ({ organisation, name, ...entry }));
}

export const systems: readonly SystemEntry[] = [
  ...systemsOf('Ministry of Illustrative Affairs', {
    'Corporate Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Workplace Technology',
      users: 4200,
    },
    'Correspondence and Briefing': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Private Office Systems',
      users: 900,
    },
    'Negotiations Workspace': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['foreign_policy', 'national_security'],
      owner: 'Negotiations Unit',
      users: 140,
      notes: 'Positions for international talks are drafted here below SECRET.',
    },
    'Overseas Posts Network': {
      classification: 'SECRET',
      markings: ukEyesOnly,
      purposes: ['foreign_policy'],
      owner: 'Posts Connectivity',
      users: 1600,
    },
    'Telegram Archive': {
      classification: 'SECRET',
      purposes: ['foreign_policy'],
      owner: 'Knowledge and Records',
      users: 650,
    },
    'Crisis Centre': {
      classification: 'TOP SECRET',
      markings: ukEyesOnly,
      purposes: ['foreign_policy', 'national_security'],
      owner: 'Crisis Response',
      users: 60,
    },
    'Partner Liaison Exchange': {
      classification: 'UNSETTLED',
      label: 'CONFIDENTIAL',
      purposes: ['foreign_policy'],
      owner: 'Partner Liaison',
      users: 85,
      notes: 'Run under an exchange agreement; the label is the partner nation’s own.',
    },
    'Public Website': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Digital Communications',
      users: 40,
    },
    'Treaty Records': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Knowledge and Records',
      users: 75,
    },
    'Visitor Management': {
      classification: 'OFFICIAL',
      purposes: ['physical_security'],
      owner: 'Estates and Security',
      users: 55,
    },
  }),
  ...systemsOf('Department for Sample Services', {
    'Case Management Platform': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Casework Platforms',
      users: 7400,
    },
    'Payments Engine': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service', 'critical_infrastructure'],
      owner: 'Payments Operations',
      users: 320,
    },
    'Contact Centre': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Customer Contact',
      users: 2900,
    },
    'Staff Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Workplace Services',
      users: 9800,
    },
    'Data Warehouse': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Data and Analysis',
      users: 410,
    },
    'Developer Platform': {
      classification: 'OFFICIAL',
      purposes: [],
      owner: 'Engineering Enablement',
      users: 560,
      notes: 'What is built here, and for whom, has not been said yet.',
    },
    'Fraud Intelligence': {
      classification: 'SECRET',
      purposes: ['public_safety'],
      owner: 'Fraud Investigation',
      users: 180,
    },
    'Archive and Print': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Output Services',
      users: 130,
    },
    'Building Security': {
      classification: 'OFFICIAL',
      purposes: ['physical_security'],
      owner: 'Estates',
      users: 90,
    },
  }),
  ...systemsOf('Example Signals Agency', {
    'Analysis Workbench': {
      classification: 'TOP SECRET',
      purposes: ['national_security', 'defence'],
      owner: 'Analysis Systems',
      users: 700,
    },
    'Collection Gateway': {
      classification: 'TOP SECRET',
      purposes: ['national_security'],
      owner: 'Collection Operations',
      users: 120,
    },
    'Research Enclave': {
      classification: 'TOP SECRET',
      markings: ukEyesOnly,
      purposes: ['national_security'],
      owner: 'Applied Research',
      users: 95,
    },
    'Secure Desktop': {
      classification: 'SECRET',
      purposes: ['national_security'],
      owner: 'End User Computing',
      users: 2300,
    },
    'Build and Test': {
      classification: 'SECRET',
      purposes: ['national_security'],
      owner: 'Software Engineering',
      users: 260,
    },
    'Site Perimeter': {
      classification: 'SECRET',
      purposes: ['physical_security', 'national_security'],
      owner: 'Protective Security',
      users: 70,
    },
    'Corporate Services': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['corporate', 'national_security'],
      owner: 'Corporate Systems',
      users: 880,
      notes: 'Names of staff make this sensitive although nothing in it is above OFFICIAL.',
    },
    'Recruitment Portal': {
      classification: 'OFFICIAL',
      purposes: ['corporate', 'public_service'],
      owner: 'People Services',
      users: 45,
    },
  }),
  ...systemsOf('Specimen Border Agency', {
    'Arrivals Screening': {
      classification: 'SECRET',
      purposes: ['public_safety', 'national_security'],
      owner: 'Screening Operations',
      users: 1250,
    },
    'Watchlist Service': {
      classification: 'TOP SECRET',
      purposes: ['national_security'],
      owner: 'Watchlist Unit',
      users: 80,
    },
    'Freight Targeting': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_safety'],
      owner: 'Freight Operations',
      users: 390,
    },
    'Joint Tasking Cell': {
      classification: 'UNSETTLED',
      label: 'PROTECTED',
      purposes: ['public_safety'],
      owner: 'International Tasking',
      users: 35,
      notes: 'Shared with an overseas service, whose scheme the label belongs to.',
    },
    'Officer Handsets': {
      classification: 'OFFICIAL',
      purposes: ['public_safety'],
      owner: 'Mobile Services',
      users: 3100,
    },
    'Detention Estate CCTV': {
      classification: 'OFFICIAL',
      purposes: ['physical_security', 'public_safety'],
      owner: 'Detention Estate',
      users: 110,
    },
    'Staff Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'IT Services',
      users: 5200,
    },
    'Port Wi-Fi': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Port Infrastructure',
      users: 60,
    },
  }),
  ...systemsOf('Regulator of Example Markets', {
    'Supervision Returns': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Supervision Technology',
      users: 350,
    },
    'Market Surveillance': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['critical_infrastructure'],
      owner: 'Market Oversight',
      users: 160,
    },
    'Enforcement Evidence Store': {
      classification: 'SECRET',
      purposes: ['public_safety'],
      owner: 'Enforcement',
      users: 65,
    },
    'Staff Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Technology Services',
      users: 1100,
    },
    'Public Register': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Public Information',
      users: 30,
    },
    'Board Portal': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['corporate'],
      owner: 'Secretariat',
      users: 48,
    },
  }),
  ...systemsOf('Placeholder Bank plc', {
    'Customer Channels': {
      classification: 'OFFICIAL',
      purposes: ['critical_infrastructure'],
      owner: 'Digital Channels',
      users: 240,
      notes: 'Also lists the security software that the bank offers to its customers.',
    },
    'Core Ledger': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['critical_infrastructure'],
      owner: 'Core Banking',
      users: 190,
    },
    'Payments Gateway': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['critical_infrastructure'],
      owner: 'Payments Technology',
      users: 130,
    },
    'Branch Estate': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Branch Technology',
      users: 6100,
    },
    'Colleague Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Workplace',
      users: 12400,
    },
    'Treasury Liaison Terminal': {
      classification: 'SECRET',
      purposes: ['national_security'],
      owner: 'Government Liaison',
      users: 12,
    },
  }),
  ...systemsOf('Example Water and Light', {
    'Control Room SCADA': {
      classification: 'SECRET',
      purposes: ['critical_infrastructure', 'national_security'],
      owner: 'Operational Technology',
      users: 150,
    },
    'Emergency Coordination Cell': {
      classification: 'TOP SECRET',
      purposes: ['critical_infrastructure', 'national_security'],
      owner: 'Resilience',
      users: 24,
    },
    'Reservoir Telemetry': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['critical_infrastructure'],
      owner: 'Operational Technology',
      users: 45,
    },
    'Smart Metering': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['critical_infrastructure'],
      owner: 'Metering',
      users: 310,
    },
    'Field Force Tablets': {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Field Operations',
      users: 1900,
    },
    'Corporate Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'Business Systems',
      users: 3300,
    },
    'Sites CCTV': {
      classification: 'OFFICIAL',
      purposes: ['physical_security', 'critical_infrastructure'],
      owner: 'Site Security',
      users: 40,
    },
  }),
  ...systemsOf('Exampleshire County Council', {
    'Council Desktop': {
      classification: 'OFFICIAL',
      purposes: ['corporate'],
      owner: 'ICT Services',
      users: 4700,
    },
    'Social Care Records': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Adult and Children’s Services',
      users: 1350,
    },
    'Revenues and Benefits': {
      classification: 'OFFICIAL',
      markings: sensitive,
      purposes: ['public_service'],
      owner: 'Revenues',
      users: 280,
    },
    'Street Cameras': {
      classification: 'OFFICIAL',
      purposes: ['public_safety', 'physical_security'],
      owner: 'Community Safety',
      users: 25,
    },
    Libraries: {
      classification: 'OFFICIAL',
      purposes: ['public_service'],
      owner: 'Libraries and Culture',
      users: 620,
    },
    'Resilience Partnership': {
      classification: 'UNSETTLED',
      label: 'NATO RESTRICTED',
      purposes: ['public_safety'],
      owner: 'Civil Contingencies',
      users: 20,
      notes: 'Exercise papers of an alliance; a tier of this register has yet to be settled.',
    },
  }),
];
