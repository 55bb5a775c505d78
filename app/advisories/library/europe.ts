import { criteria, everyAffiliate, kaspersky, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

const kasperskyAntivirus = criteria({ suppliers: kaspersky, categories: ['antivirus'] });

const italianAdministrations = criteria({
  categories: ['antivirus', 'endpoint', 'firewall'],
  organisationKinds: ['department', 'agency', 'regulator', 'local_authority'],
});

const russianByRomanianLaw = criteria({
  countries: ['RU'],
  facets: [
    'headquarters',
    'incorporation',
    'ultimate_parent',
    'significant_shareholder',
    'management',
  ],
  through: 'share',
  sharePercent: 25,
  categories: ['antivirus', 'endpoint', 'firewall', 'network'],
  components: 'included',
});

export const europe: readonly LibraryEntry[] = [
  {
    libraryId: 'lt-2017-12-21',
    reference: 'LT-2017-12-21',
    title: 'Kaspersky in critical infrastructure',
    issuer: 'Government of Lithuania',
    jurisdiction: 'LT',
    identifier: 'Government decision on Kaspersky Lab software',
    audience:
      'Whoever runs infrastructure that counts as critical in transport, energy or finance, be it the state or a private company',
    issuedOn: '2017-12-21',
    link: 'https://securityonline.info/lithuania-ban-kaspersky-anti-virus-software-due-to-fears-cyber-espionage',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'The government called the company’s software a possible danger to national security and told those who run infrastructure that the country depends on to exchange it soon.',
    notes: 'The day is approximate, and no deadline was given beyond a short time.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Systems of critical infrastructure',
        clause: '',
        criteria: criteria({ suppliers: kaspersky, purposes: ['critical_infrastructure'] }),
        action: 'replace',
        strength: 'must',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'nl-2018-05-14',
    reference: 'NL-2018-05-14',
    title: 'Kaspersky anti-virus in central government',
    issuer: 'Minister of Justice and Security',
    jurisdiction: 'NL',
    identifier: 'Letter to Parliament on Kaspersky anti-virus software',
    audience:
      'The ministries and their agencies; as advice, also vital sectors and companies with defence contracts',
    issuedOn: '2018-05-14',
    link: 'https://www.telecompaper.com/news/dutch-govt-bans-use-of-kaspersky-lab-products--1244314',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'As a precaution central government gives up Kaspersky’s anti-virus software step by step, and vital sectors and suppliers of the armed forces are advised to do likewise. The company’s other products and services stay outside.',
    notes:
      'The first rule binds; the other two are advice. Vital sectors are taken to be operators of critical infrastructure, and companies with defence contracts by systems whose purpose is defence.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Central government',
        clause: '',
        criteria: {
          ...kasperskyAntivirus,
          organisationKinds: ['department', 'agency', 'regulator'],
        },
        action: 'replace',
        strength: 'must',
        deadlines: [],
      },
      {
        code: 'B',
        title: 'Vital sectors',
        clause: '',
        criteria: { ...kasperskyAntivirus, organisationKinds: ['critical_infrastructure'] },
        action: 'replace',
        strength: 'should',
        deadlines: [],
      },
      {
        code: 'C',
        title: 'Work for defence',
        clause: '',
        criteria: { ...kasperskyAntivirus, purposes: ['defence'] },
        action: 'replace',
        strength: 'should',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'ep-2018-0258',
    reference: 'EP-2018-0258',
    title: 'Resolution on cyber defence',
    issuer: 'European Parliament',
    jurisdiction: 'EU',
    identifier: 'P8_TA(2018)0258, para. 76; A8-0189/2018',
    audience: 'Institutions of the European Union',
    issuedOn: '2018-06-13',
    link: 'https://www.europarl.europa.eu/doceo/document/P-8-2019-001206_EN.html',
    bindingness: 'guidance',
    confirmation: 'primary',
    summary:
      'Parliament asks the institutions to review what they use, to do without dangerous equipment and programs, and to forbid those shown to be harmful. It gives Kaspersky as an example.',
    notes:
      'It binds nobody. The address is that of a later question in Parliament which cites the resolution; its wording is known from the press. No kind of organisation stands for an institution of the Union: narrow the rule when adopting it.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Review of what is in use',
        clause: 'Paragraph 76',
        criteria: criteria({ suppliers: kaspersky }),
        action: 'assess',
        strength: 'consider',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'bsi-2022-03-15',
    reference: 'BSI-2022-03-15',
    title: 'Warning of Kaspersky’s virus protection',
    issuer: 'Bundesamt für Sicherheit in der Informationstechnik',
    jurisdiction: 'DE',
    identifier: 'Warning under §7 BSIG',
    audience: 'Everybody in Germany who uses such software',
    issuedOn: '2022-03-15',
    link: 'https://www.bsi.bund.de/DE/Service-Navi/Presse/Pressemitteilungen/Presse2022/220315_Kaspersky-Warnung.html',
    bindingness: 'guidance',
    confirmation: 'secondary',
    summary:
      'The office advises against virus protection from Kaspersky and recommends other products in its place. The change is to be planned: protection must not be switched off before something else has taken over. Nothing is forbidden.',
    notes:
      'The address is the issuer’s; its text was read in reports by others. Code inside other vendors’ products is not mentioned.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Virus protection of Kaspersky and its affiliates',
        clause: '',
        criteria: { ...kasperskyAntivirus, affiliates: everyAffiliate },
        action: 'replace',
        strength: 'should',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'it-acn-4336-2022',
    reference: 'IT-ACN-4336-2022',
    title: 'Diversification of security products linked to Russia',
    issuer: 'Agenzia per la Cybersicurezza Nazionale',
    jurisdiction: 'IT',
    identifier:
      'Circular no. 4336 of 21 April 2022 (GU 96, 26 April 2022) under DL 21/2022 art. 29',
    audience: 'All public administrations',
    issuedOn: '2022-04-21',
    link: 'https://www.redhotcyber.com/post/circolare-21-acn-diversificare-italia/',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'Administrations must promptly turn to other suppliers for the protection of their endpoints and for web application firewalls, where these come from companies tied to Russia. Three companies are named.',
    notes:
      'The text of the circular was read, though not at the agency. A circular of 14 November 2025 (GU 272, 22 November 2025) has updated it and added central purchasing bodies. Detection and response on endpoints is filed as endpoint, web application firewalls as firewall, and what else is filed there is counted too. Ties that are neither headquarters nor ownership are left to a person.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Companies that it names',
        clause: '',
        criteria: {
          ...italianAdministrations,
          suppliers: [...kaspersky, ...named('Group-IB', 'Positive Technologies')],
        },
        action: 'replace',
        strength: 'must',
        deadlines: [],
      },
      {
        code: 'B',
        title: 'Other companies tied to Russia',
        clause: '',
        criteria: {
          ...italianAdministrations,
          countries: ['RU'],
          facets: ['headquarters', 'ultimate_parent'],
          through: 'control',
        },
        action: 'replace',
        strength: 'must',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'ro-law-354-2022',
    reference: 'RO-LAW-354-2022',
    title: 'Protection of public authorities from Russian anti-virus',
    issuer: 'Parliament of Romania',
    jurisdiction: 'RO',
    identifier: 'Law no. 354/2022 (Monitorul Oficial 1200, 14 December 2022)',
    audience:
      'Central and local public authorities, and every network that handles classified information, whoever owns it',
    issuedOn: '2022-12-13',
    link: 'http://www.juristulcasei.ro/2023/01/protectia-sistemelor-informatice-ale.html',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Authorities must not have protection software with Russian roots, and had sixty days to switch it off and take it out. Roots reach far: an owner, a quarter of the votes, money that came through firms in between, or somebody in the management is enough. Fines run from 50,000 to 200,000 lei.',
    notes:
      'Part of the law’s text was read. It has been in force since 14 December 2022 and lasts until a peace treaty or a lasting armistice; sixty days are counted from the day of issue, while the press spoke of March 2023. Bodies with their own powers in national security are excepted, which rules cannot tell. Origin may be direct or indirect, so that engines inside other products count. Private networks and firewalls bought as a service are filed as network and firewall, and what else is filed there is counted too. Classified information is taken to begin at SECRET.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Public authorities',
        clause: '',
        criteria: {
          ...russianByRomanianLaw,
          organisationKinds: ['department', 'agency', 'regulator', 'local_authority'],
        },
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'after_issue', days: 60 }],
      },
      {
        code: 'B',
        title: 'Networks with classified information, in any organisation',
        clause: '',
        criteria: { ...russianByRomanianLaw, classificationMin: 'SECRET' },
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'after_issue', days: 60 }],
      },
    ],
  },
];
