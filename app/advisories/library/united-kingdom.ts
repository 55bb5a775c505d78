import { criteria, everyAffiliate, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

const russiaBased = criteria({
  countries: ['RU'],
  facets: ['headquarters', 'incorporation', 'ultimate_parent'],
  through: 'control',
  categories: ['antivirus'],
});

const russianTechnology = criteria({
  countries: ['RU'],
  facets: [
    'incorporation',
    'headquarters',
    'ultimate_parent',
    'developed',
    'maintained',
    'operated',
    'hosted',
    'support',
  ],
  through: 'control',
});

const huawei = criteria({
  suppliers: named('Huawei', 'Huawei Technologies Co., Ltd', 'Huawei Technologies Company'),
  affiliates: everyAffiliate,
  categories: ['telecommunications', 'network'],
  organisationKinds: ['critical_infrastructure'],
});

const sensitiveSiteCameras = criteria({
  countries: ['CN'],
  facets: ['incorporation', 'headquarters'],
  through: 'control',
  categories: ['video_surveillance'],
  purposes: ['physical_security', 'national_security'],
  organisationKinds: ['department', 'agency', 'regulator'],
});

export const unitedKingdom: readonly LibraryEntry[] = [
  {
    libraryId: 'ncsc-2017-12-01',
    reference: 'NCSC-2017-12-01',
    title: 'Russia-based anti-virus in government',
    issuer: 'National Cyber Security Centre',
    jurisdiction: 'GB',
    identifier: 'Letter of the chief executive to permanent secretaries on supply chain risk',
    audience: 'Permanent secretaries of UK government departments',
    issuedOn: '2017-12-01',
    link: 'https://www.ncsc.gov.uk/blog-post/managing-supply-chain-risk-cloud-enabled-products',
    bindingness: 'guidance',
    confirmation: 'secondary',
    summary:
      'Departments are told to keep anti-virus from Russia-based companies away from everything at SECRET and higher. The same holds for the few systems at OFFICIAL whose contents the Russian state must not reach, after an assessment. For all other OFFICIAL systems, for business at large and for private persons the centre saw no reason to act.',
    notes:
      'The letter is known from quotations that agree with each other; the address is that of the article which the centre published alongside. It speaks of choosing and using, and sets no date for removal: rule B says replace, since that is what not choosing means for a product already there. The purpose national security records the assessment that rule B asks for. Engines inside other vendors’ products are not mentioned. Reports that stretched the letter to all Russian products went further than it does.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'SECRET and above',
        clause: 'SECRET and above',
        criteria: { ...russiaBased, classificationMin: 'SECRET' },
        action: 'must_not_use',
        strength: 'must',
        deadlines: [],
      },
      {
        code: 'B',
        title: 'OFFICIAL, but of concern to national security',
        clause: 'Some OFFICIAL systems',
        criteria: {
          ...russiaBased,
          classificationMin: 'OFFICIAL',
          classificationMax: 'OFFICIAL',
          purposes: ['national_security'],
        },
        action: 'replace',
        strength: 'should',
        deadlines: [],
      },
      {
        code: 'C',
        title: 'Everything else at OFFICIAL',
        clause: 'Companion article: wider public sector, enterprises, individuals',
        criteria: {
          ...russiaBased,
          classificationMin: 'OFFICIAL',
          classificationMax: 'OFFICIAL',
          exceptPurposes: ['national_security'],
        },
        action: 'no_action',
        strength: 'should',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'ncsc-2022-03-29',
    reference: 'NCSC-2022-03-29',
    title: 'Russian technology after the invasion of Ukraine',
    issuer: 'National Cyber Security Centre',
    jurisdiction: 'GB',
    identifier: 'Article on the use of Russian technology products and services',
    audience:
      'Public bodies that the letter of 2017 did not reach, critical national infrastructure, those who serve Ukraine or stand against Russian interests, and organisations in the public eye',
    issuedOn: '2022-03-29',
    link: 'https://www.channelweb.co.uk/news/4047559/ncsc-advises-organisations-reconsider-russian-tech',
    bindingness: 'guidance',
    confirmation: 'secondary',
    summary:
      'The circle of 2017 is widened: those addressed are asked to think through how far they depend on Russian technology of any kind, including work that people in Russia do for companies from elsewhere. Taking it out, waiting for the next renewal, preparing for a trigger and living with the risk are all acceptable answers; haste is named as a danger of its own.',
    notes:
      'The circle of 2017 keeps its stricter advice. Serving Ukraine, being opposed to Russian state interests and being in the public eye are circumstances of an organisation that rules cannot ask for: add a rule for the kinds of organisation that are meant. Without a recorded place of development, maintenance, operation, hosting and support this advisory cannot tell.',
    supersedes: null,
    amends: 'ncsc-2017-12-01',
    rules: [
      {
        code: 'A',
        title: 'Public bodies and operators of critical infrastructure',
        clause: 'Public sector; critical national infrastructure',
        criteria: {
          ...russianTechnology,
          organisationKinds: [
            'department',
            'agency',
            'regulator',
            'local_authority',
            'critical_infrastructure',
          ],
        },
        action: 'assess',
        strength: 'consider',
        deadlines: [],
      },
      {
        code: 'B',
        title: 'Systems of critical infrastructure in any organisation',
        clause: 'Critical national infrastructure',
        criteria: { ...russianTechnology, purposes: ['critical_infrastructure'] },
        action: 'assess',
        strength: 'consider',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'uk-huawei-2022-10-13',
    reference: 'UK-HUAWEI-2022-10-13',
    title: 'Huawei in public telecommunications networks',
    issuer: 'Department for Digital, Culture, Media and Sport',
    jurisdiction: 'GB',
    identifier:
      'Designation notice under s.105Z8 and designated vendor direction under s.105Z1, Communications Act 2003',
    audience: '35 named providers of public communications networks',
    issuedOn: '2022-10-13',
    link: 'https://www.gov.uk/government/publications/targeted-consultations-on-proposed-designated-vendor-direction-and-designation-notice',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'Named network operators get dated limits on Huawei equipment. Nothing new may go into 5G networks from the day of the direction, all of it has to leave them by the end of 2027, and places that matter to national security had to be clear of it early in 2023. Breaches can cost a tenth of turnover or £100,000 a day.',
    notes:
      'That the papers exist was seen at the issuer; their dates come from the press. Which limit applies depends on the part of the network, which rules cannot ask for, so that one rule restricts them all until the last date. The parts: 5G, nothing new from 13 October 2022 and none after 31 December 2027; network core, none after 31 December 2023, first set for 28 January 2023; full-fibre access, at most 35 % by 31 October 2023, and nothing new that US sanctions affect; fast links inside the core and between operators, 31 December 2025 according to the consultation. Narrow the kinds of organisation to the providers that received the direction.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'sites',
        title: 'Sites that matter to national security',
        clause: 'Sites significant to national security',
        criteria: { ...huawei, purposes: ['national_security'] },
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'date', date: '2023-01-28' }],
      },
      {
        code: 'networks',
        title: 'Any other part of a public network',
        clause: '5G, core, full fibre and transmission',
        criteria: huawei,
        action: 'restrict',
        strength: 'must',
        deadlines: [
          { step: 'stop_procurement', kind: 'date', date: '2022-10-13' },
          { step: 'complete', kind: 'date', date: '2027-12-31' },
        ],
      },
    ],
  },
  {
    libraryId: 'uk-cctv-2022-11-24',
    reference: 'UK-CCTV-2022-11-24',
    title: 'Surveillance cameras on sensitive sites',
    issuer: 'Cabinet Office',
    jurisdiction: 'GB',
    identifier: 'Written ministerial statement of 24 November 2022; commitment of 7 June 2023',
    audience: 'UK government departments with sensitive sites',
    issuedOn: '2022-11-24',
    link: 'https://www.ukpol.co.uk/press-release-procurement-bill-strengthened-to-protect-national-security-june-2023/',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'Departments may put up no more cameras on their sensitive sites from makers whom the National Intelligence Law of China binds, and are to plan how those already there will go. What counts is whom the law can compel, not a list of brands or a flag.',
    notes:
      'A legal regime is no criterion of a rule: incorporation or headquarters in China, of the maker or of whoever controls it, stands in for it. Sensitive sites are taken to be systems for physical or national security. The date by which removal had to be finished was published later and has not been confirmed.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'No new cameras',
        clause: 'Statement of November 2022',
        criteria: sensitiveSiteCameras,
        action: 'do_not_install',
        strength: 'must',
        deadlines: [],
      },
      {
        code: 'B',
        title: 'Planned removal of those already there',
        clause: 'Commitment of June 2023',
        criteria: sensitiveSiteCameras,
        action: 'remove',
        strength: 'should',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'uk-procurement-act-2023',
    reference: 'UK-PROCUREMENT-ACT-2023',
    title: 'Debarment from public procurement',
    issuer: 'Parliament of the United Kingdom',
    jurisdiction: 'GB',
    identifier: 'Procurement Act 2023, ss.57–62; Sch. 6 para. 35; Sch. 7 para. 14',
    audience: 'Contracting authorities with a covered procurement that begins after commencement',
    issuedOn: '2023-10-26',
    link: 'https://www.legislation.gov.uk/ukpga/2023/54/section/62',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Ministers keep a list of suppliers that are shut out of public contracts. Each line of the list gives the ground, whether exclusion is compulsory or left to the buyer, which contracts a national-security ground covers, and when the ground is thought to end.',
    notes:
      'In force since 24 February 2025. It has no rules of its own: for each line of the debarment list add one with the supplier, its affiliates and the action “Do not procure”. Connected persons, associated persons and sub-contractors are counted as well, and a line may cover certain contracts only; rules can say neither. Grounds look back five years at most.',
    supersedes: null,
    amends: null,
    rules: [],
  },
];
