import {
  approved,
  change,
  completed,
  type DecisionPlan,
  rejected,
  started,
} from './decision-plan.ts';

/** What rested on an owner, a threshold, a conflict or an unknown. */
const ownershipAndUnknowns: DecisionPlan[] = [
  {
    name: 'amber shield removal before the sale',
    targets: [
      {
        products: ['Amber Shield Antivirus'],
        organisation: 'Example Signals Agency',
        systems: ['Build and Test'],
      },
      {
        products: ['Amber Shield Antivirus'],
        organisation: 'Example Water and Light',
        systems: ['Control Room SCADA'],
      },
    ],
    outcome: 'remove',
    rationale:
      'Run from and owned in the Russian Federation although incorporated in Latvia; on SECRET systems the 2017 advice applies through the parent.',
    dueOn: 30,
    proposed: { day: -166, by: 'officer' },
    steps: [approved(-163, 'The ownership chain on file is clear.')],
  },
  {
    name: 'amber shield accepted before the sale',
    targets: [
      {
        products: ['Amber Shield Antivirus'],
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Treaty Records'],
      },
      {
        products: ['Amber Shield Antivirus'],
        organisation: 'Department for Sample Services',
        systems: ['Archive and Print'],
      },
    ],
    outcome: 'accept',
    rationale:
      'OFFICIAL records that are public anyway. Accepted while the sale of the company is negotiated.',
    expiresOn: 14,
    proposed: { day: -160, by: 'official' },
    steps: [approved(-157)],
  },
  {
    name: 'amber shield freight withdrawn',
    targets: [
      {
        products: ['Amber Shield Antivirus'],
        organisation: 'Specimen Border Agency',
        systems: ['Freight Targeting'],
      },
    ],
    outcome: 'replace',
    basisReason: 'The parent at the time of proposal.',
    rationale: 'Replace with the product used on the desktop.',
    dueOn: 40,
    proposed: { day: -147, by: 'officer' },
    steps: [
      {
        day: -143,
        by: 'officer',
        action: 'withdraw',
        comment:
          'The company was sold two days ago. To be assessed afresh; developers have not moved yet.',
      },
    ],
  },
  {
    name: 'quarter of the votes at the regulator',
    targets: [
      {
        products: ['Carpați Antivirus'],
        organisation: 'Regulator of Example Markets',
        systems: ['Public Register'],
      },
    ],
    outcome: 'replace',
    rationale:
      'A shareholder from the Russian Federation holds exactly 25 %, which is where the Romanian law begins to count.',
    dueOn: 40,
    proposed: { day: -24, by: 'officer' },
    steps: [approved(-20)],
  },
  {
    name: 'quarter of the votes elsewhere',
    targets: [
      {
        products: ['Carpați Antivirus'],
        organisation: 'Specimen Border Agency',
        systems: ['Port Wi-Fi'],
      },
    ],
    outcome: 'replace',
    basisReason:
      'No rule that binds the agency counts shareholders. The law that does, from a quarter of the votes, reaches the regulator only.',
    rationale: 'A small deployment, cheap to change at the next refresh.',
    dueOn: 75,
    proposed: { day: -6, by: 'officer' },
    steps: [],
  },
  {
    name: 'just below a quarter',
    targets: [
      {
        products: ['Dunăre Antivirus'],
        organisation: 'Regulator of Example Markets',
        systems: ['Board Portal'],
      },
    ],
    outcome: 'no_action',
    rationale:
      '24.9 % of the votes and no seat on the board: below the threshold of the only law that has one. Shareholdings are read again every quarter.',
    proposed: { day: -22, by: 'official' },
    steps: [approved(-19)],
  },
  {
    name: 'conflicting headquarters',
    targets: [
      {
        products: ['Twin Rivers Transfer'],
        organisation: 'Regulator of Example Markets',
        systems: ['Enforcement Evidence Store'],
      },
    ],
    outcome: 'restrict',
    basisReason: 'One source says US, another CN; the support tickets point to the latter.',
    rationale: 'Vendor access to the evidence store is closed until two independent sources agree.',
    dueOn: -3,
    proposed: { day: -37, by: 'officer' },
    steps: [approved(-34)],
  },
  {
    name: 'unknown maker accepted?',
    targets: [
      {
        products: ['Nowhere Message Queue'],
        organisation: 'Example Signals Agency',
        systems: ['Collection Gateway', 'Analysis Workbench'],
      },
    ],
    outcome: 'accept',
    rationale: 'Nothing is known against the maker.',
    expiresOn: 180,
    proposed: { day: -26, by: 'officer' },
    steps: [
      rejected(
        -23,
        'Nothing is known for the maker either. Not knowing is no ground for acceptance on TOP SECRET; find out who maintains it.',
      ),
    ],
  },
  {
    name: 'unknown compressor',
    targets: [
      {
        products: ['Quiet Compress'],
        organisation: 'Specimen Border Agency',
        systems: ['Watchlist Service'],
      },
      {
        products: ['Quiet Compress'],
        organisation: 'Department for Sample Services',
        systems: ['Fraud Intelligence'],
      },
    ],
    outcome: 'restrict',
    basisReason: 'Origin not recorded; the tool opens files from outside.',
    rationale: 'Only for files that come from inside the system until the maker has answered.',
    dueOn: 10,
    proposed: { day: -18, by: 'officer' },
    steps: [approved(-16)],
  },
  {
    name: 'pale egret planned use',
    targets: [
      {
        products: ['Pale Egret Antivirus'],
        organisation: 'Example Signals Agency',
        systems: ['Research Enclave'],
      },
    ],
    outcome: 'accept',
    rationale: 'Six seats for a trial of three months.',
    expiresOn: 60,
    proposed: { day: -13, by: 'officer' },
    steps: [
      rejected(
        -12,
        'An anti-virus product whose headquarters nobody will name does not go on a TOP SECRET system, trial or not.',
      ),
    ],
  },
  {
    name: 'disk tools',
    targets: [
      { products: ['Taiga Disk Tools'], organisation: 'Department for Sample Services' },
      { products: ['Taiga Disk Tools'], organisation: 'Exampleshire County Council' },
    ],
    outcome: 'remove',
    basisReason: 'Unused for a year; what is not needed need not be trusted.',
    rationale: 'Left over from a migration. Uninstall with the monthly patches.',
    dueOn: -45,
    proposed: { day: -92, by: 'official' },
    steps: [
      approved(-89),
      {
        day: -60,
        by: 'official',
        action: 'complete',
        comment: 'Gone from all machines.',
        evidence: change(106120),
      },
    ],
  },
];

/** Cameras, radios, telecoms and handset applications; and a case that turns on a version. */
const equipment: DecisionPlan[] = [
  {
    name: 'signals perimeter cameras',
    targets: [
      {
        products: ['Hikvision network camera'],
        organisation: 'Example Signals Agency',
        systems: ['Site Perimeter'],
      },
    ],
    outcome: 'remove',
    rationale:
      'A sensitive site; the statement of 24 November 2022 asks departments to stop deploying such cameras there and to consider removing them.',
    dueOn: -80,
    proposed: { day: -164, by: 'officer' },
    steps: [
      approved(-162),
      started(-148),
      completed(-91, 'All 86 positions re-equipped and walked.', change(105530)),
    ],
  },
  {
    name: 'detention estate cameras',
    targets: [
      {
        products: ['Hikvision network camera', 'Hikvision network video recorder'],
        organisation: 'Specimen Border Agency',
        systems: ['Detention Estate CCTV'],
      },
    ],
    outcome: 'replace',
    rationale:
      'Sites where people are held count as sensitive. Replaced building by building, so that no corridor is without a camera.',
    dueOn: 75,
    proposed: { day: -99, by: 'officer' },
    steps: [approved(-97), started(-72, 'Two of five buildings done.')],
  },
  {
    name: 'visitor desk cameras',
    targets: [
      {
        products: ['Hikvision network camera'],
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Visitor Management'],
      },
    ],
    outcome: 'remove',
    rationale: 'Entrance of a ministry. Guards can cover the desk until new cameras are in.',
    dueOn: -30,
    proposed: { day: -85, by: 'officer' },
    steps: [approved(-81)],
  },
  {
    name: 'council street cameras',
    targets: [
      {
        products: ['Hikvision network camera', 'Hikvision network video recorder'],
        organisation: 'Exampleshire County Council',
        systems: ['Street Cameras'],
      },
    ],
    outcome: 'at_contract_end',
    basisReason: 'The statement is addressed to government departments, not to councils.',
    rationale:
      'Public streets, no sensitive site in view. Leave in place, choose otherwise next time.',
    dueOn: 330,
    proposed: { day: -79, by: 'official' },
    steps: [approved(-75)],
  },
  {
    name: 'utility site cameras',
    targets: [
      {
        products: ['Hikvision network camera', 'Dahua network camera'],
        organisation: 'Example Water and Light',
        systems: ['Sites CCTV'],
      },
    ],
    outcome: 'replace',
    basisReason: 'Pumping stations are critical infrastructure although no statement names them.',
    rationale: 'Begin with the twelve stations that a national plan lists.',
    dueOn: 180,
    proposed: { day: -7, by: 'official' },
    steps: [],
  },
  {
    name: 'building security cameras',
    targets: [
      {
        products: ['Dahua network camera', 'Dahua access control terminal'],
        organisation: 'Department for Sample Services',
        systems: ['Building Security'],
      },
    ],
    outcome: 'isolate',
    rationale:
      'Off the office network and on to one of their own, as a first step and before money for replacement is found.',
    dueOn: 5,
    proposed: { day: -45, by: 'officer' },
    steps: [approved(-43), started(-36)],
  },
  {
    name: 'metering access terminals',
    targets: [
      {
        products: ['Huawei optical access terminal'],
        organisation: 'Example Water and Light',
        systems: ['Smart Metering'],
      },
    ],
    outcome: 'at_contract_end',
    basisReason:
      'The UK direction binds the telecoms providers named in it, not an electricity company.',
    rationale:
      'Bought as a service from a provider that is bound; its own programme will reach these terminals.',
    dueOn: '2027-12-31',
    proposed: { day: -64, by: 'officer' },
    steps: [approved(-61)],
  },
  {
    name: 'campaign handsets',
    targets: [
      {
        products: ['TikTok'],
        organisation: 'Department for Sample Services',
        systems: ['Contact Centre'],
      },
    ],
    outcome: 'remove',
    basisReason:
      'The US memorandum M-23-13 does not bind us; its reasoning on data does apply to work handsets.',
    rationale: 'Campaigns post from a separate device without access to anything else.',
    dueOn: -95,
    proposed: { day: -136, by: 'officer' },
    steps: [
      approved(-134),
      completed(-118, 'Removed and blocked by the handset manager.', change(105002)),
    ],
  },
  {
    name: 'officer handsets',
    targets: [
      {
        products: ['WeChat'],
        organisation: 'Specimen Border Agency',
        systems: ['Officer Handsets'],
      },
    ],
    outcome: 'remove',
    basisReason:
      'Canada removed it from government handsets in 2023; no such direction exists here.',
    rationale: 'Officers agreed to use the contact desk instead.',
    dueOn: 12,
    proposed: { day: -21, by: 'official' },
    steps: [
      approved(-17),
      { day: -14, by: 'official', action: 'start', comment: '9 of 27 handsets done.' },
    ],
  },
  {
    name: 'orion affected version',
    targets: [
      {
        products: ['Orion Platform'],
        organisation: 'Department for Sample Services',
        version: '2020.2.1 HF1',
      },
    ],
    outcome: 'isolate',
    rationale:
      'Last of the versions that Emergency Directive 21-01 names. Found on a forgotten server: disconnect first, then ask why.',
    dueOn: -126,
    proposed: { day: -131, by: 'officer' },
    steps: [
      approved(-131, 'At once.'),
      completed(-130, 'Powered down and imaged.', change(104870)),
    ],
  },
  {
    name: 'orion later version',
    targets: [
      { products: ['Orion Platform'], organisation: 'Placeholder Bank plc', version: '2024.2.1' },
    ],
    outcome: 'no_action',
    rationale: 'The directive is about versions up to 2020.2.1 HF1. This one came years later.',
    proposed: { day: -129, by: 'officer' },
    steps: [approved(-127)],
  },
];

/** The yearly review of what is in order, one proposal for many rows. */
const reviews: DecisionPlan[] = [
  {
    name: 'review of databases',
    targets: [
      {
        products: ['Castle Relational', 'Castle Warehouse', 'Castle Replicator'],
        organisation: 'Department for Sample Services',
      },
      {
        products: ['Castle Relational', 'Castle Warehouse', 'Castle Replicator'],
        organisation: 'Regulator of Example Markets',
      },
      {
        products: ['Castle Relational', 'Castle Warehouse', 'Castle Replicator'],
        organisation: 'Placeholder Bank plc',
      },
    ],
    outcome: 'no_action',
    rationale:
      'Yearly review: incorporation and headquarters confirmed from the register, no advisory names the supplier.',
    proposed: { day: -70, by: 'officer' },
    steps: [approved(-67)],
  },
  {
    name: 'review of backups',
    targets: [
      {
        products: ['Alpenglühn Backup', 'Alpenglühn Archive'],
        organisation: 'Ministry of Illustrative Affairs',
      },
      {
        products: ['Alpenglühn Backup', 'Alpenglühn Archive'],
        organisation: 'Specimen Border Agency',
      },
    ],
    outcome: 'no_action',
    rationale: 'Yearly review: facts unchanged since last year; encryption keys stay with us.',
    proposed: { day: -51, by: 'officer' },
    steps: [approved(-49)],
  },
  {
    name: 'kestrel ahead of its sale',
    targets: [
      { products: ['Kestrel Watch', 'Kestrel Probe'], organisation: 'Example Signals Agency' },
      { products: ['Kestrel Watch', 'Kestrel Probe'], organisation: 'Example Water and Light' },
    ],
    outcome: 'monitor',
    basisReason: 'The sale to a new parent abroad is announced but not complete.',
    rationale: 'Nothing changes before completion. Have a replacement plan ready by then.',
    dueOn: 40,
    proposed: { day: -8, by: 'officer' },
    steps: [],
  },
  {
    name: 'cloud storage accepted',
    targets: [
      {
        products: ['Maple Storage', 'Maple Meetings', 'Maple Functions'],
        organisation: 'Exampleshire County Council',
      },
      {
        products: ['Maple Storage', 'Maple Meetings', 'Maple Functions'],
        organisation: 'Department for Sample Services',
      },
    ],
    outcome: 'accept',
    rationale:
      'Hosted abroad by contract, data at rest in the UK. Accepted until the yearly report of the host.',
    expiresOn: 27,
    proposed: { day: -107, by: 'official' },
    steps: [approved(-105)],
  },
];

export const otherDecisions: readonly DecisionPlan[] = [
  ...ownershipAndUnknowns,
  ...equipment,
  ...reviews,
];
