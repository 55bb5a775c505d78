import { criteria, kaspersky, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

const commonwealthEntities = criteria({
  organisationKinds: ['department', 'agency', 'regulator'],
});

export const australia: readonly LibraryEntry[] = [
  {
    libraryId: 'pspf-001-2024',
    reference: 'PSPF-001-2024',
    title: 'Foreign ownership, control or influence',
    issuer: 'Department of Home Affairs',
    jurisdiction: 'AU',
    identifier: 'PSPF Direction 001-2024',
    audience: 'Australian Government entities',
    issuedOn: '2024-07-08',
    link: 'https://protectivesecurity.gov.au/protective-security-directions-under-pspf',
    bindingness: 'binding',
    confirmation: 'primary',
    summary:
      'Entities have to look for signs that somebody abroad owns, controls or influences what they buy and maintain, deal with the risk and report it. It names no country and no company.',
    notes:
      'The rule finds where ownership, shareholders or management are not recorded, since nothing can be assessed there. It does not list what is known to be foreign: rules cannot ask for every country but one’s own. It speaks of procurement and maintenance.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Ownership, shareholders or management not recorded',
        clause: '',
        criteria: {
          ...commonwealthEntities,
          countries: ['none'],
          facets: ['ultimate_parent', 'significant_shareholder', 'management'],
        },
        action: 'assess',
        strength: 'must',
        deadlines: [],
      },
    ],
  },
  {
    libraryId: 'pspf-001-2025',
    reference: 'PSPF-001-2025',
    title: 'DeepSeek products, applications and web services',
    issuer: 'Department of Home Affairs',
    jurisdiction: 'AU',
    identifier: 'PSPF Direction 001-2025',
    audience: 'Non-corporate Commonwealth entities',
    issuedOn: '2025-02-04',
    link: 'https://australiancybersecuritymagazine.com.au/?p=23096',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'Whatever DeepSeek offers has to come off government systems and devices at once, and stay off. An openly published model that an entity runs on its own machines under safeguards is another matter: where it runs decides, not only who made it.',
    notes:
      'A model hosted by the entity itself cannot be told apart by a rule: record it as a product of its own and except it. Functions of national security and regulation can be exempt. Traffic has to be blocked as well as software removed.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Anything from DeepSeek',
        clause: '',
        criteria: { ...commonwealthEntities, suppliers: named('DeepSeek') },
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'date', date: '2025-02-04' }],
      },
    ],
  },
  {
    libraryId: 'pspf-002-2025',
    reference: 'PSPF-002-2025',
    title: 'Kaspersky products and web services',
    issuer: 'Department of Home Affairs',
    jurisdiction: 'AU',
    identifier: 'PSPF Direction 002-2025; Policy Explanatory Note 002-25',
    audience: 'Non-corporate Commonwealth entities',
    issuedOn: '2025-02-21',
    link: 'https://www.govtechreview.com.au/content/gov-security/news/kaspersky-products-banned-from-government-systems-and-devices-1649955975',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'By 1 April 2025 entities had to find Kaspersky’s software and services, take them off, keep them from coming back and report that this is done.',
    notes:
      'That code inside other vendors’ products is not covered is told by one secondary source only. Exemptions are possible for national security, law enforcement and regulation, entity by entity and with safeguards. Affiliates are not mentioned; the company is given under all its usual names.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'Anything from Kaspersky',
        clause: '',
        criteria: { ...commonwealthEntities, suppliers: kaspersky },
        action: 'remove',
        strength: 'must',
        deadlines: [
          { step: 'identify', kind: 'date', date: '2025-04-01' },
          { step: 'report', kind: 'date', date: '2025-04-01' },
          { step: 'complete', kind: 'date', date: '2025-04-01' },
        ],
      },
    ],
  },
];
