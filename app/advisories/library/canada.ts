import { criteria, kaspersky, named } from './criteria.ts';
import type { LibraryEntry } from './entry.ts';

export const canada: readonly LibraryEntry[] = [
  {
    libraryId: 'ca-tbs-2023-10-30',
    reference: 'CA-TBS-2023-10-30',
    title: 'WeChat and Kaspersky on government mobile devices',
    issuer: 'Treasury Board of Canada Secretariat',
    jurisdiction: 'CA',
    identifier: 'Statement of the President of the Treasury Board',
    audience: 'Mobile devices issued by the Government of Canada',
    issuedOn: '2023-10-30',
    link: 'https://euromaidanpress.com/2023/10/31/media-canada-bans-russian-antivirus-program-due-to-security-risks/',
    bindingness: 'binding',
    confirmation: 'secondary',
    summary:
      'WeChat and the applications of Kaspersky were taken off phones and tablets that the government hands out, and can no longer be loaded onto them.',
    notes:
      'It applies to mobile devices only. Rules cannot ask on what kind of device a product runs: of Kaspersky they take what is filed as mobile, so look at its other products on systems of handsets by hand.',
    supersedes: null,
    amends: null,
    rules: [
      {
        code: 'A',
        title: 'WeChat',
        clause: '',
        criteria: criteria({
          products: named('WeChat'),
          organisationKinds: ['department', 'agency', 'regulator'],
        }),
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'date', date: '2023-10-30' }],
      },
      {
        code: 'B',
        title: 'Mobile applications of Kaspersky',
        clause: '',
        criteria: criteria({
          suppliers: kaspersky,
          categories: ['mobile'],
          organisationKinds: ['department', 'agency', 'regulator'],
        }),
        action: 'remove',
        strength: 'must',
        deadlines: [{ step: 'complete', kind: 'date', date: '2023-10-30' }],
      },
    ],
  },
];
