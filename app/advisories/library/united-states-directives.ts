import type { Deadline } from '../../_domain/deadline.ts';
import { criteria, everyAffiliate, informationSecurity, kaspersky, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

/** Who such directives speak to. */
const federalAgencies = criteria({ organisationKinds: ['department', 'agency', 'regulator'] });

/** Removal begins on day 90; by when it must be finished is not said. */
const planAndBegin: Deadline[] = [
  { step: 'identify', kind: 'after_issue', days: 30 },
  { step: 'report', kind: 'after_issue', days: 30 },
  { step: 'plan', kind: 'after_issue', days: 60 },
  { step: 'begin', kind: 'after_issue', days: 90 },
  { step: 'status_report', kind: 'every', days: 30 },
];

/** Of executive authorities to the agencies of the federal government. */
export const unitedStatesDirectives: readonly LibraryEntry[] = [
  {
    libraryId: 'bod-17-01',
    reference: 'BOD-17-01',
    title: 'Removal of Kaspersky-branded products',
    issuer: 'Department of Homeland Security',
    jurisdiction: 'US',
    identifier: 'Binding Operational Directive 17-01; 82 FR 43782',
    audience: 'Departments and agencies of the federal executive branch',
    issuedOn: '2017-09-13',
    link: 'https://www.cisa.gov/news-events/directives/binding-operational-directive-17-01',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Federal agencies have a month to find out where security products of Kaspersky and its affiliates run and to report it, a second month for a plan that takes them out, and start on that plan after ninety days. From then on they say every thirty days how far they have come, until nothing is left. An agency that finds nothing has to say so too.',
    notes:
      'The day after ninety days is when removal begins; no day is set by which it must be finished. Kaspersky code inside other vendors’ products is expressly left out, and so are two services. National security systems, as statute defines them, and certain systems of defence and intelligence are not covered: the purpose national security stands for the former, and nothing here excepts the latter. The department kept the right to direct otherwise on new information. Recurring reports are counted from the day of issue, so that the first two of them fall before the plan begins. Security products are taken to be those filed as anti-virus, endpoint, firewall, network, identity, monitoring or mobile.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Security products of Kaspersky and its affiliates',
        clause: 'Required actions 1 to 3',
        criteria: {
          ...federalAgencies,
          suppliers: [
            ...kaspersky,
            ...named(
              'Kaspersky Lab North America',
              'Kaspersky Government Security Solutions, Inc.',
            ),
          ],
          affiliates: everyAffiliate,
          categories: informationSecurity,
          exceptProducts: named('Kaspersky Threat Intelligence', 'Kaspersky Security Training'),
          exceptPurposes: ['national_security'],
        },
        action: 'remove',
        strength: 'must',
        deadlines: planAndBegin,
      },
      {
        code: 'B',
        title: 'Products that it names, whoever supplies them',
        clause: 'Definitions',
        criteria: {
          ...federalAgencies,
          products: named(
            'Kaspersky Anti-Virus',
            'Kaspersky Internet Security',
            'Kaspersky Total Security',
            'Kaspersky Small Office Security',
            'Kaspersky Anti Targeted Attack',
            'Kaspersky Endpoint Security',
            'Kaspersky Cloud Security (Enterprise)',
            'Kaspersky Cybersecurity Services',
            'Kaspersky Private Security Network',
            'Kaspersky Embedded Systems Security',
          ),
          exceptPurposes: ['national_security'],
        },
        action: 'remove',
        strength: 'must',
        deadlines: planAndBegin,
      },
    ],
  },
  {
    libraryId: 'cisa-ed-21-01',
    reference: 'CISA-ED-21-01',
    title: 'SolarWinds Orion code compromise',
    issuer: 'Cybersecurity and Infrastructure Security Agency',
    jurisdiction: 'US',
    identifier: 'Emergency Directive 21-01, with supplemental guidance v3',
    audience: 'Federal civilian agencies',
    issuedOn: '2020-12-13',
    link: 'https://github.com/cisagov/cyber.dhs.gov/blob/02a62a1cb85138669891270f6285c7e67528ad3e/pages/ed-21-01.md',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Within a day agencies have to take a range of Orion versions off their networks or switch them off, and confirm that they did. Origin plays no part: what decides is the version.',
    notes:
      'The report was due at noon, Eastern Standard Time. National security systems and systems of defence and intelligence are not covered. The third supplemental guidance takes the place of the first two and of required action 4, narrows the affected versions within the range, and lets agencies that accept the risk go on under hardening requirements. Orion is a family of products: add the names under which your register holds its members.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Orion 2019.4 to 2020.2.1 HF1',
        clause: 'Required action 2',
        criteria: {
          ...federalAgencies,
          suppliers: named('SolarWinds', 'SolarWinds Corporation'),
          products: named(
            'Orion',
            'Orion Platform',
            'SolarWinds Orion',
            'SolarWinds Orion Platform',
          ),
          exceptPurposes: ['national_security', 'defence'],
          versionFrom: '2019.4',
          versionTo: '2020.2.1 HF1',
        },
        action: 'isolate',
        strength: 'must',
        deadlines: [
          { step: 'report', kind: 'date', date: '2020-12-14' },
          { step: 'complete', kind: 'date', date: '2020-12-14' },
        ],
      },
    ],
  },
  {
    libraryId: 'omb-m-23-13',
    reference: 'OMB-M-23-13',
    title: 'No TikTok on government devices',
    issuer: 'Office of Management and Budget',
    jurisdiction: 'US',
    identifier: 'M-23-13; No TikTok on Government Devices Act, Pub. L. 117-328 div. R',
    audience: 'Executive agencies, and contractors for technology that they use under a contract',
    issuedOn: '2023-02-27',
    link: 'https://www.scribd.com/document/628516042/No-TikTok-on-Government-Devices-Implementation-Guidance',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Agencies have thirty days to find TikTok, take it off, stop its traffic and set up a way to grant exceptions; after ninety days no new contract may need it, and after 120 days tenders carry the ban.',
    notes:
      'Only part of the text was read. Whatever ByteDance, or a company that it owns, offers in place of TikTok is covered as well: add it by name once there is one. Exceptions for law enforcement, national security and security research are granted one by one by the head of an agency and written down, never for a whole agency. Contractors are covered for what they use under a contract: add their kinds of organisation.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'TikTok',
        clause: 'Actions within 30, 90 and 120 days',
        criteria: { ...federalAgencies, products: named('TikTok') },
        action: 'remove',
        strength: 'must',
        deadlines: [
          { step: 'identify', kind: 'after_issue', days: 30 },
          { step: 'complete', kind: 'after_issue', days: 30 },
          { step: 'stop_procurement', kind: 'after_issue', days: 90 },
          { step: 'report', kind: 'after_issue', days: 120 },
        ],
      },
    ],
  },
];
