import { approved, change, completed, type DecisionPlan, started } from './decision-plan.ts';

const endpoint = ['Kaspersky Endpoint Security'];
const engineFirewall = ['Bastion Edge 400'];

/** The bank, to which the advice says that nothing needs to be done. */
const bankBeyondAdvice: DecisionPlan[] = [
  {
    name: 'colleague desktop removed all the same',
    targets: [
      { products: endpoint, organisation: 'Placeholder Bank plc', systems: ['Colleague Desktop'] },
    ],
    outcome: 'remove',
    basisReason:
      'The board does not want to explain the difference between tiers to its shareholders. No authority asks for this.',
    rationale:
      'Remove from 11,800 desktops, building by building, each only once the replacement runs.',
    dueOn: 100,
    proposed: { day: -34, by: 'officer' },
    steps: [
      approved(
        -32,
        'Approved because a replacement is paid for. The advice expressly leaves the bank out, and the record has to say so.',
      ),
    ],
  },
  {
    name: 'branch estate left alone',
    targets: [
      { products: endpoint, organisation: 'Placeholder Bank plc', systems: ['Branch Estate'] },
    ],
    outcome: 'no_action',
    rationale:
      'OFFICIAL, a private company and no critical infrastructure: the advice says that nothing needs to be done here.',
    proposed: { day: -35, by: 'official' },
    steps: [approved(-32)],
  },
];

/** The regulator, which agreements with its counterparts abroad bind to their laws as well. */
const regulatorUnderForeignLaw: DecisionPlan[] = [
  {
    name: 'regulator staff desktop',
    targets: [
      {
        products: endpoint,
        organisation: 'Regulator of Example Markets',
        systems: ['Staff Desktop'],
      },
    ],
    outcome: 'replace',
    rationale:
      'OFFICIAL, where the advice at home asks for little. The agreements abroad leave no such choice: they do not ask for the tier.',
    dueOn: 25,
    proposed: { day: -130, by: 'officer' },
    steps: [approved(-126), started(-60, 'Three of five floors done.')],
  },
  {
    name: 'regulator attack sensor',
    targets: [
      {
        products: ['Kaspersky Anti Targeted Attack'],
        organisation: 'Regulator of Example Markets',
        systems: ['Market Surveillance'],
      },
    ],
    outcome: 'remove',
    rationale: 'Named by the US directive and reached by both laws. The sensors are not renewed.',
    dueOn: -15,
    proposed: { day: -88, by: 'officer' },
    steps: [approved(-85), started(-64)],
  },
  {
    name: 'regulator threat reports',
    targets: [
      {
        products: ['Kaspersky Threat Intelligence'],
        organisation: 'Regulator of Example Markets',
        systems: ['Market Surveillance'],
      },
    ],
    outcome: 'remove',
    rationale:
      'The directive leaves this service out by name, the statute that followed does not: it takes whatever the company provides.',
    dueOn: 40,
    proposed: { day: -3, by: 'officer' },
    steps: [],
  },
  {
    name: 'regulator firewall engine',
    targets: [
      {
        products: engineFirewall,
        organisation: 'Regulator of Example Markets',
        systems: ['Supervision Returns'],
      },
    ],
    outcome: 'replace',
    rationale:
      'The directive leaves code inside other vendors’ products out; the statute counts it, and so does the Romanian law. Two appliances without the engine are ordered.',
    dueOn: 20,
    proposed: { day: -57, by: 'officer' },
    steps: [approved(-53)],
  },
];

/** The engine embedded in a firewall: some advice leaves it out by name, some reaches it. */
const embeddedEngine: DecisionPlan[] = [
  {
    name: 'posts firewall isolated',
    targets: [
      {
        products: engineFirewall,
        organisation: 'Ministry of Illustrative Affairs',
        systems: ['Overseas Posts Network'],
      },
    ],
    outcome: 'isolate',
    basisReason:
      'The advice speaks of choosing an anti-virus product; a firewall that carries such an engine is not named. On a SECRET network we treat it alike.',
    rationale: 'Engine switched off and its update address blocked; filtering by rules goes on.',
    dueOn: -20,
    proposed: { day: -58, by: 'officer' },
    steps: [
      approved(-54),
      started(-50),
      completed(-29, 'Confirmed by a scan of all 64 units.', change(107415)),
    ],
  },
  {
    name: 'control room firewall',
    targets: [
      {
        products: engineFirewall,
        organisation: 'Example Water and Light',
        systems: ['Control Room SCADA'],
      },
    ],
    outcome: 'restrict',
    basisReason: 'Same engine, and here it sits in front of control equipment.',
    rationale: 'Engine off, firewall stays: replacing it would stop the plant.',
    dueOn: 14,
    proposed: { day: -28, by: 'officer' },
    steps: [approved(-25), started(-10)],
  },
  {
    name: 'gateway firewall on a trigger',
    targets: [
      {
        products: engineFirewall,
        organisation: 'Placeholder Bank plc',
        systems: ['Payments Gateway'],
      },
    ],
    outcome: 'on_trigger',
    basisReason: 'No advice reaches a bank’s firewall; its regulator may ask.',
    rationale:
      'Replace when the vendor’s announced engine-free release is delayed past the summer.',
    proposed: { day: -27, by: 'officer' },
    steps: [approved(-24)],
  },
  {
    name: 'official firewalls for review',
    targets: [
      { products: engineFirewall, organisation: 'Department for Sample Services' },
      { products: engineFirewall, organisation: 'Exampleshire County Council' },
    ],
    outcome: 'monitor',
    rationale:
      'OFFICIAL systems. Record that the engine is there, ask the vendor for the engine-free release, look again in half a year.',
    proposed: { day: -4, by: 'official' },
    steps: [],
  },
];

/** Where one piece of advice ends and another one goes further. */
export const decisionsByReach: readonly DecisionPlan[] = [
  ...bankBeyondAdvice,
  ...regulatorUnderForeignLaw,
  ...embeddedEngine,
];
