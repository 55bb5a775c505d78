import {
  approved,
  change,
  completed,
  type DecisionPlan,
  rejected,
  started,
} from './decision-plan.ts';

const endpoint = ['Kaspersky Endpoint Security'];

/** SECRET and above, where the advice of 1 December 2017 leaves no choice. */
const secretAndAbove: DecisionPlan[] = [
  {
    name: 'telegram archive',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Telegram Archive'],
      },
    ],
    outcome: 'remove',
    rationale:
      'SECRET system, Russia-based anti-virus: inside the NCSC advice of December 2017. The platform’s own protection is already licensed, so nothing new has to be bought first.',
    dueOn: -115,
    proposed: { day: -172, by: 'officer' },
    steps: [
      approved(-170, 'Agreed. Keep the old agent until the new one reports from every host.'),
      started(-161, 'Replacement agent rolling out by floor.'),
      completed(-121, 'Last host confirmed clean; licence keys returned.', change(104233)),
    ],
  },
  {
    name: 'crisis centre',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Crisis Centre'],
      },
    ],
    outcome: 'remove',
    rationale:
      'TOP SECRET and in use around the clock. Small enough to change over in one night between exercises.',
    dueOn: -140,
    proposed: { day: -171, by: 'officer' },
    steps: [
      approved(-170),
      started(-166),
      completed(-152, 'Changed over in one night, no loss of service.', {
        kind: 'file',
        fileName: 'changeover-log.txt',
        text: 'Hosts changed over: 58\nHosts still carrying the old agent: 0\nChecked by two people, 06:10.\n',
      }),
    ],
  },
  {
    name: 'fraud intelligence',
    targets: [
      {
        products: endpoint,
        organisation: 'Department for Sample Services',
        systems: ['Fraud Intelligence'],
      },
    ],
    outcome: 'replace',
    rationale:
      'SECRET system. Investigators work from laptops that are away for weeks, so the replacement follows their return rather than a single date.',
    dueOn: 21,
    proposed: { day: -96, by: 'officer' },
    steps: [approved(-93), started(-80, '112 of 175 laptops done.')],
  },
  {
    name: 'evidence store',
    targets: [
      {
        products: endpoint,
        organisation: 'Regulator of Example Markets',
        systems: ['Enforcement Evidence Store'],
      },
    ],
    outcome: 'remove',
    rationale:
      'SECRET system holding evidence for the courts. Forensic images have to be taken before any agent is changed.',
    dueOn: -12,
    proposed: { day: -74, by: 'officer' },
    steps: [
      approved(-70, 'Approved with the imaging step. Do not let it slip past the trial date.'),
    ],
  },
  {
    name: 'watchlist isolation',
    targets: [
      {
        products: ['Kaspersky Private Security Network'],
        organisation: 'Specimen Border Agency',
        systems: ['Watchlist Service'],
      },
    ],
    outcome: 'isolate',
    rationale:
      'TOP SECRET. Until a replacement is accredited the servers lose every route outside their own segment.',
    dueOn: -88,
    proposed: { day: -120, by: 'officer' },
    steps: [approved(-119), started(-112)],
  },
  {
    name: 'watchlist replacement',
    targets: [
      {
        products: ['Kaspersky Private Security Network'],
        organisation: 'Specimen Border Agency',
        systems: ['Watchlist Service'],
      },
    ],
    outcome: 'replace',
    rationale:
      'The replacement is accredited. Isolation was always a bridge; the advice is not to use such a product here at all.',
    dueOn: 45,
    proposed: { day: -41, by: 'officer' },
    steps: [approved(-38, 'This takes the place of the isolation.')],
  },
  {
    name: 'emergency cell',
    targets: [
      {
        products: endpoint,
        organisation: 'Example Water and Light',
        systems: ['Emergency Coordination Cell'],
      },
    ],
    outcome: 'remove',
    rationale:
      'TOP SECRET system of an operator of critical infrastructure, found by the import of last week. Same reasoning as for the government systems of that tier.',
    dueOn: 30,
    proposed: { day: -5, by: 'officer' },
    steps: [],
  },
  {
    name: 'treasury terminal',
    targets: [
      {
        products: endpoint,
        organisation: 'Placeholder Bank plc',
        systems: ['Treasury Liaison Terminal'],
      },
    ],
    outcome: 'remove',
    rationale:
      'The one SECRET system that the bank hosts. Twelve seats; the rest of the bank is not covered by the advice.',
    dueOn: -60,
    proposed: { day: -110, by: 'officer' },
    steps: [
      approved(-108),
      started(-101),
      completed(-77, 'Terminals rebuilt from the approved image.', change(105871)),
    ],
  },
  {
    name: 'overseas posts agent',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Overseas Posts Network'],
      },
    ],
    outcome: 'remove',
    rationale:
      'SECRET network. 240 hosts of one region were missed when the rest was changed two years ago.',
    dueOn: 60,
    proposed: { day: -2, by: 'officer' },
    steps: [],
  },
];

/** OFFICIAL with a national-security purpose: the advice asks for an assessment and then restraint. */
const officialForNationalSecurity: DecisionPlan[] = [
  {
    name: 'negotiations workspace',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Negotiations Workspace'],
      },
    ],
    outcome: 'replace',
    rationale:
      'OFFICIAL, but it carries positions for talks in which the Russian state has an interest. Assessed under the second part of the 2017 advice: access would be a risk to national security.',
    dueOn: 60,
    proposed: { day: -48, by: 'officer' },
    steps: [approved(-44, 'The assessment on file is thorough. Agreed.'), started(-20)],
  },
  {
    name: 'signals corporate services',
    targets: [
      {
        products: endpoint,
        organisation: 'Example Signals Agency',
        systems: ['Corporate Services'],
      },
    ],
    outcome: 'replace',
    rationale:
      'Names and grades of staff are what a hostile service would look for first. OFFICIAL-SENSITIVE, national-security purpose.',
    dueOn: 90,
    proposed: { day: -3, by: 'officer' },
    steps: [],
  },
];

/** Other OFFICIAL systems, where the same advice expressly asks for nothing. */
const otherOfficial: DecisionPlan[] = [
  {
    name: 'no action on official desktops',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Corporate Desktop'],
      },
      {
        products: endpoint,
        organisation: 'Department for Sample Services',
        systems: ['Contact Centre'],
      },
      {
        products: endpoint,
        organisation: 'Example Signals Agency',
        systems: ['Recruitment Portal'],
      },
    ],
    outcome: 'no_action',
    rationale:
      'OFFICIAL without a national-security purpose. The 2017 advice says that it does not extend here; ripping the product out would cost more safety than it brings.',
    proposed: { day: -150, by: 'official' },
    steps: [approved(-146, 'Recorded so that nobody has to ask again.')],
  },
  {
    name: 'reservoir telemetry before it was raised',
    targets: [
      {
        products: endpoint,
        organisation: 'Example Water and Light',
        systems: ['Reservoir Telemetry'],
      },
    ],
    outcome: 'no_action',
    rationale: 'OFFICIAL-SENSITIVE at the time of review and without a national-security purpose.',
    proposed: { day: -104, by: 'official' },
    steps: [approved(-100)],
  },
  {
    name: 'utility desktop removed anyway',
    targets: [
      {
        products: endpoint,
        organisation: 'Example Water and Light',
        systems: ['Corporate Desktop'],
      },
    ],
    outcome: 'remove',
    basisReason:
      'The operator’s insurer asks for it at renewal, and the agent shares administrators with the control rooms.',
    rationale:
      'At this tier the advice asks for an assessment, not for removal. The board accepts the cost in order to have one product across office and operations.',
    dueOn: 120,
    proposed: { day: -66, by: 'officer' },
    steps: [approved(-59, 'Approved as a choice of the operator, not as an advised removal.')],
  },
  {
    name: 'border desktop replacement',
    targets: [
      { products: endpoint, organisation: 'Specimen Border Agency', systems: ['Staff Desktop'] },
    ],
    outcome: 'replace',
    basisReason: 'Staff move between this desktop and SECRET screening systems every shift.',
    rationale:
      'The desktop itself is OFFICIAL. One agent on both sides of the shift change is simpler to run than two.',
    dueOn: 35,
    proposed: { day: -90, by: 'officer' },
    steps: [approved(-86), started(-62, 'First two ports done.')],
  },
  {
    name: 'council removal refused',
    targets: [
      {
        products: endpoint,
        organisation: 'Exampleshire County Council',
        systems: ['Council Desktop'],
      },
    ],
    outcome: 'remove',
    basisReason: 'A question was asked in the council chamber.',
    rationale: 'Remove from 4,520 desktops before the end of the quarter.',
    dueOn: 20,
    proposed: { day: -84, by: 'official' },
    steps: [
      rejected(
        -82,
        'No advice asks for this, and there is no replacement in place: the desktops would run unprotected for weeks. Come back with the end of the contract.',
      ),
    ],
  },
  {
    name: 'council at contract end',
    targets: [
      {
        products: endpoint,
        organisation: 'Exampleshire County Council',
        systems: ['Council Desktop'],
      },
    ],
    outcome: 'at_contract_end',
    rationale:
      'The contract ends in the spring. The next tender will ask where products are developed and supported.',
    dueOn: 200,
    proposed: { day: -76, by: 'official' },
    steps: [approved(-73)],
  },
  {
    name: 'casework accepted',
    targets: [
      {
        products: endpoint,
        organisation: 'Department for Sample Services',
        systems: ['Case Management Platform'],
      },
    ],
    outcome: 'accept',
    rationale:
      'The 2022 advice allows living with the risk. The platform moves to the cloud within the year, and the agent goes with the old hosts.',
    expiresOn: 9,
    proposed: { day: -170, by: 'officer' },
    steps: [approved(-165, 'Accepted until the migration; look again if it slips.')],
  },
  {
    name: 'social care accepted once',
    targets: [
      {
        products: endpoint,
        organisation: 'Exampleshire County Council',
        systems: ['Social Care Records'],
      },
    ],
    outcome: 'accept',
    rationale: 'Accepted for the winter, when no change may touch this system.',
    expiresOn: 1,
    proposed: { day: -158, by: 'official' },
    steps: [approved(-155)],
  },
  {
    name: 'correspondence watched',
    targets: [
      {
        products: endpoint,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Correspondence and Briefing'],
      },
    ],
    outcome: 'monitor',
    rationale:
      'Outbound connections of the agent are logged and read weekly. Nothing unusual so far.',
    proposed: { day: -55, by: 'officer' },
    steps: [approved(-52)],
  },
  {
    name: 'libraries withdrawn',
    targets: [
      {
        products: ['Kaspersky Endpoint Security', 'Kaspersky Anti-Virus'],
        organisation: 'Exampleshire County Council',
        systems: ['Libraries'],
      },
    ],
    outcome: 'replace',
    basisReason: 'Public computers are easy to change.',
    rationale: 'Change over with the summer refresh.',
    dueOn: 15,
    proposed: { day: -33, by: 'official' },
    steps: [
      {
        day: -31,
        by: 'official',
        action: 'withdraw',
        comment:
          'The refresh was put off by a year. I will propose it again with a date that holds.',
      },
    ],
  },
  {
    name: 'bank offer withdrawn',
    targets: [
      {
        products: ['Kaspersky Internet Security'],
        organisation: 'Placeholder Bank plc',
        systems: ['Customer Channels'],
      },
    ],
    outcome: 'withdraw_from_new_users',
    basisReason: 'A free offer by a bank reads as a recommendation.',
    rationale:
      'No longer offered to new customers. Those who have it are told that they need do nothing: the advice is not addressed to them.',
    dueOn: -130,
    proposed: { day: -168, by: 'officer' },
    steps: [
      approved(-167, 'The letter to customers must not sound like an alarm.'),
      completed(-149, 'Offer page gone; letter sent.', change(103990)),
    ],
  },
  {
    name: 'bank cash machines',
    targets: [
      {
        products: ['Kaspersky Embedded Systems Security'],
        organisation: 'Placeholder Bank plc',
        systems: ['Branch Estate'],
      },
    ],
    outcome: 'on_trigger',
    rationale:
      'Stays until signature updates stop or a sanction reaches the licence, whichever is first. The replacement image is kept ready.',
    proposed: { day: -47, by: 'officer' },
    steps: [approved(-42)],
  },
];

export const antivirusDecisions: readonly DecisionPlan[] = [
  ...secretAndAbove,
  ...officialForNationalSecurity,
  ...otherOfficial,
];
