import { criteria, everyAffiliate, informationSecurity, kaspersky, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

const cameraAndRadioMakers = named(
  'Hytera',
  'Hytera Communications Corporation',
  'Hikvision',
  'Hangzhou Hikvision Digital Technology Company',
  'Dahua',
  'Dahua Technology Company',
);

/** Public safety, guarded government sites, surveillance of infrastructure, national security. */
const guardedPurposes = criteria({
  purposes: ['public_safety', 'physical_security', 'national_security'],
});

/** Statutes, and what is decided under them for the market. */
export const unitedStatesLaws: readonly LibraryEntry[] = [
  {
    libraryId: 'ndaa-2018-1634',
    reference: 'NDAA-2018-1634',
    title: 'Prohibition of Kaspersky products and services',
    issuer: 'United States Congress',
    jurisdiction: 'US',
    identifier: 'Pub. L. 115-91 s.1634; FAR 4.20 and 52.204-23; 83 FR 28141, 84 FR 47861',
    audience: 'The whole federal government, its contractors and their subcontractors',
    issuedOn: '2017-12-12',
    link: 'https://lexbuild.dev/ecfr/title-48/chapter-1/part-4/section-4.2002',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'No part of the federal government may use hardware, software or services in which Kaspersky has any share, nor may those who work for it under a contract, however small. What sits inside the product of another vendor counts like the product itself.',
    notes:
      'In force since 1 October 2018; tenders carried the clause from 16 July 2018. An affiliate is a successor, whoever controls or is controlled or stands under common control, and whatever is owned by more than half. There are no exceptions; contractors report what they discover. The regulation was read in an edition of the federal code that is not the government’s own. Contractors can be any kind of organisation: narrow the rule to those that hold federal contracts.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Kaspersky in whole or in part',
        clause: 's.1634(a); FAR 4.2002',
        criteria: criteria({
          suppliers: kaspersky,
          affiliates: everyAffiliate,
          components: 'included',
        }),
        action: 'must_not_use',
        strength: 'must',
        deadlines: [
          { step: 'stop_procurement', kind: 'date', date: '2018-07-16' },
          { step: 'complete', kind: 'date', date: '2018-10-01' },
        ],
      },
    ],
  },
  {
    libraryId: 'ndaa-2019-889',
    reference: 'NDAA-2019-889',
    title: 'Telecommunications and video surveillance of named makers',
    issuer: 'United States Congress',
    jurisdiction: 'US',
    identifier: 'Pub. L. 115-232 s.889(a)(1); FAR 52.204-25; 2 CFR 200.216',
    audience: 'Federal agencies, contractors that use such equipment, and recipients of grants',
    issuedOn: '2018-08-13',
    link: 'https://www.eac.gov/what-section-889-fy-2019-ndaa',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Agencies may not buy telecommunications equipment of Huawei and ZTE, nor, for guarded purposes, cameras and radios of Hikvision, Dahua and Hytera. A year later the ban reached whoever uses such equipment and wants to contract with the government.',
    notes:
      'Part A has applied to purchases since 13 August 2019 and part B to contractors’ own use since 13 August 2020. The equipment has to be a substantial or essential component, or critical technology; a rule takes any component. Agencies can grant waivers. Guarded purposes are public safety, the security of government sites, the surveillance of critical infrastructure and national security; the second and third are taken to be physical security. Network equipment and handsets are counted as telecommunications.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Telecommunications of Huawei and ZTE',
        clause: 's.889(f)(3)(A)',
        criteria: criteria({
          suppliers: named('Huawei', 'Huawei Technologies Company', 'ZTE', 'ZTE Corporation'),
          affiliates: everyAffiliate,
          categories: ['telecommunications', 'network', 'mobile'],
          components: 'included',
        }),
        action: 'do_not_procure',
        strength: 'must',
        deadlines: [
          { step: 'stop_procurement', kind: 'date', date: '2019-08-13' },
          { step: 'complete', kind: 'date', date: '2020-08-13' },
        ],
      },
      {
        code: 'A2',
        title: 'Cameras and radios for guarded purposes',
        clause: 's.889(f)(3)(B)',
        criteria: {
          ...guardedPurposes,
          suppliers: cameraAndRadioMakers,
          affiliates: everyAffiliate,
          categories: ['video_surveillance', 'telecommunications'],
          components: 'included',
        },
        action: 'do_not_procure',
        strength: 'must',
        deadlines: [
          { step: 'stop_procurement', kind: 'date', date: '2019-08-13' },
          { step: 'complete', kind: 'date', date: '2020-08-13' },
        ],
      },
    ],
  },
  {
    libraryId: 'fcc-covered-list',
    reference: 'FCC-COVERED-LIST',
    title: 'Covered List of communications equipment and services',
    issuer: 'Federal Communications Commission',
    jurisdiction: 'US',
    identifier: '47 USC 1601; 47 CFR 1.50002',
    audience:
      'Recipients of universal service support; since 6 February 2023, through equipment authorisation, the whole US market',
    issuedOn: '2021-03-12',
    link: 'https://broadband.nebraska.gov/publications/fcc/fcccoveredlist',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'What stands on the list gets no federal subsidy and no new authorisation to be sold. Kaspersky came onto it in March 2022, and once more with its anti-virus software in July 2024; makers of cameras and radios stand on it for guarded purposes.',
    notes:
      'Read in a copy of the list; it was last seen on 28 July 2026 and changes often. The list also covers whole categories by the country in which something is made, such as drones, routers and power inverters made anywhere but in the United States: rules cannot ask for every country but one, nor for where hardware is manufactured, so those entries are left out. It also stands for other makers than the ones here.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'kaspersky',
        title: 'Security products of Kaspersky and its affiliates',
        clause: 'Entries of 25 March 2022 and 23 July 2024',
        criteria: criteria({
          suppliers: kaspersky,
          affiliates: everyAffiliate,
          categories: informationSecurity,
          components: 'included',
        }),
        action: 'do_not_procure',
        strength: 'must',
        deadlines: [],
      },
      {
        code: 'purpose-limited',
        title: 'Cameras and radios for guarded purposes',
        clause: 'Entries of Hytera, Hikvision and Dahua',
        criteria: { ...guardedPurposes, suppliers: cameraAndRadioMakers },
        action: 'do_not_procure',
        strength: 'must',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'bis-icts-2021-002',
    reference: 'BIS-ICTS-2021-002',
    title: 'Prohibition of Kaspersky’s dealings with US persons',
    issuer: 'Bureau of Industry and Security',
    jurisdiction: 'US',
    identifier: 'Final Determination ICTS-2021-002; 89 FR 52434; 15 CFR 7',
    audience: 'Kaspersky, and resellers, licensees and integrators who deal with US persons',
    issuedOn: '2024-06-24',
    link: 'https://regulations.justia.com/regulations/fedreg/2024/06/24/2024-13532.html',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Kaspersky may no longer sell security software to persons in the United States, whether directly or built into what others sell. New agreements ended in July 2024, and updates, resale, integration and licensing at the end of September.',
    notes:
      'It prohibits supply; who has the software may keep it, but has run it without updates since 29 September 2024. Commentary that speaks of a duty to stop using it goes too far. It was announced on 20 June 2024, and companies of the group in Russia and Britain were put on the Entity List with it. Threat Intelligence, Security Training and purely informational or educational consulting are left out, the last of which rules cannot say. It applies to persons in the United States only.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Supply and updates of security software',
        clause: 'Prohibited transactions',
        criteria: criteria({
          suppliers: kaspersky,
          affiliates: everyAffiliate,
          categories: informationSecurity,
          exceptProducts: named('Kaspersky Threat Intelligence', 'Kaspersky Security Training'),
          components: 'included',
        }),
        action: 'do_not_procure',
        strength: 'must',
        deadlines: [
          { step: 'stop_procurement', kind: 'date', date: '2024-07-20' },
          { step: 'complete', kind: 'date', date: '2024-09-29' },
        ],
      },
    ],
  },
];
