import type { SupplierEntry } from './catalogue.ts';

/**
 * The only real companies of the sample. Each fact is one that the public body named as its source
 * states; nothing is said here about where their products run or how good they are.
 */
const entityList2024 = {
  source: 'US Bureau of Industry and Security, additions to the Entity List, 89 FR 52362',
  url: 'https://www.govinfo.gov/content/pkg/FR-2024-06-24/html/2024-13695.htm',
  from: '2024-06-24',
};
const entityList2019 = {
  source: 'US Bureau of Industry and Security, additions to the Entity List, 84 FR 54002',
  url: 'https://federalregister.gov/d/2019-22210',
  from: '2019-10-09',
};
const finalDetermination = {
  source: 'US Bureau of Industry and Security, Final Determination ICTS-2021-002, 89 FR 52434',
  url: 'https://www.federalregister.gov/d/2024-13532',
};

const kasperskyProducts: SupplierEntry['products'] = [
  {
    name: 'Kaspersky Endpoint Security',
    category: 'antivirus',
    scale: 'desktop',
    versions: ['11.11', '12.3', '12.6'],
  },
  { name: 'Kaspersky Anti-Virus', category: 'antivirus', scale: 'desktop', versions: ['21.15'] },
  {
    name: 'Kaspersky Internet Security',
    category: 'antivirus',
    scale: 'desktop',
    versions: ['21.3'],
  },
  {
    name: 'Kaspersky Small Office Security',
    category: 'antivirus',
    scale: 'desktop',
    versions: ['8.0'],
  },
  {
    name: 'Kaspersky Embedded Systems Security',
    category: 'antivirus',
    scale: 'appliance',
    versions: ['3.3'],
  },
  {
    name: 'Kaspersky Private Security Network',
    category: 'antivirus',
    scale: 'server',
    versions: ['4.0'],
  },
  {
    name: 'Kaspersky Anti Targeted Attack',
    category: 'endpoint',
    scale: 'server',
    versions: ['6.0'],
  },
  {
    name: 'Kaspersky Threat Intelligence',
    category: 'other',
    scale: 'service',
    versions: [''],
    notes: 'A service of reports and feeds; BOD 17-01 leaves it out by name.',
  },
  {
    name: 'Kaspersky Security Training',
    category: 'other',
    scale: 'service',
    versions: [''],
    notes: 'BOD 17-01 leaves it out by name.',
  },
  {
    name: 'Anti-virus engine for other vendors (Kaspersky)',
    category: 'antivirus',
    scale: 'service',
    versions: [''],
    notes: 'Not deployed by itself; recorded as a component of what embeds it.',
  },
];

export const realSuppliers: readonly SupplierEntry[] = [
  {
    name: 'AO Kaspersky Lab',
    aliases: ['Kaspersky', 'Kaspersky Lab', 'АО «Лаборатория Касперского»'],
    facts: [
      { facet: 'incorporation', country: 'RU', ...entityList2024 },
      {
        facet: 'headquarters',
        country: 'RU',
        source: 'BSI warning of 15 March 2022 under §7 BSIG, which names a Russian manufacturer',
        url: 'https://www.bsi.bund.de/DE/Service-Navi/Presse/Pressemitteilungen/Presse2022/220315_Kaspersky-Warnung.html',
        from: '2022-03-15',
      },
      {
        facet: 'headquarters',
        country: 'RU',
        source:
          'NCSC advice of 1 December 2017 on Russia-based anti-virus, which names the company',
        url: 'https://www.ncsc.gov.uk/blog-post/managing-supply-chain-risk-cloud-enabled-products',
      },
    ],
    products: kasperskyProducts,
  },
  {
    name: 'Kaspersky Lab, Inc.',
    notes: 'Incorporated in one country, controlled from another: look at the ultimate parent.',
    facts: [
      { facet: 'incorporation', country: 'US', ...finalDetermination },
      { facet: 'ultimate_parent', country: 'RU', ...finalDetermination, confidence: 'probable' },
    ],
    products: [
      {
        name: 'Kaspersky Cloud Security (Enterprise)',
        category: 'antivirus',
        scale: 'service',
        versions: [''],
      },
    ],
  },
  {
    name: 'AO Positive Technologies',
    aliases: ['Positive Technologies', 'Pozitiv Teknolodzhiz, AO'],
    facts: [
      {
        facet: 'headquarters',
        country: 'RU',
        source: 'US Treasury, press release JY0127 of 15 April 2021: a Russian IT security firm',
        url: 'https://home.treasury.gov/news/press-releases/jy0127',
        from: '2021-04-15',
      },
    ],
    products: [
      {
        name: 'PT Application Firewall',
        category: 'firewall',
        scale: 'appliance',
        versions: ['4.0'],
      },
    ],
  },
  {
    name: 'Huawei Technologies Co., Ltd',
    aliases: ['Huawei', 'Huawei Technologies Company'],
    facts: [
      {
        facet: 'headquarters',
        country: 'CN',
        source: 'UK designation notice under s.105Z8 of the Communications Act 2003',
        url: 'https://www.gov.uk/government/publications/targeted-consultations-on-proposed-designated-vendor-direction-and-designation-notice',
        from: '2022-10-13',
      },
    ],
    products: [
      {
        name: 'Huawei optical access terminal',
        category: 'telecommunications',
        scale: 'appliance',
        versions: ['V800R021'],
      },
      {
        name: 'Huawei site router',
        category: 'network',
        scale: 'appliance',
        versions: ['V300R019', 'V300R022'],
      },
    ],
  },
  {
    name: 'Hytera Communications Corporation Limited',
    aliases: ['Hytera'],
    facts: [
      {
        facet: 'headquarters',
        country: 'CN',
        source: 'US Department of Justice, announcement of 7 February 2022: a PRC-based company',
        url: 'https://www.justice.gov/opa/pr/federal-indictment-charges-prc-based-telecommunications-company-conspiring-former-motorola',
        from: '2022-02-07',
      },
    ],
    products: [
      {
        name: 'Hytera digital radio',
        category: 'telecommunications',
        scale: 'handset',
        versions: ['A9.06'],
      },
    ],
  },
  {
    name: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
    aliases: ['Hikvision'],
    facts: [{ facet: 'incorporation', country: 'CN', ...entityList2019 }],
    products: [
      {
        name: 'Hikvision network camera',
        category: 'video_surveillance',
        scale: 'camera',
        versions: ['5.5.800', '5.7.12'],
      },
      {
        name: 'Hikvision network video recorder',
        category: 'video_surveillance',
        scale: 'appliance',
        versions: ['4.61'],
      },
    ],
  },
  {
    name: 'Dahua Technology Company Limited',
    aliases: ['Dahua', 'Dahua Technology'],
    facts: [{ facet: 'incorporation', country: 'CN', ...entityList2019 }],
    products: [
      {
        name: 'Dahua network camera',
        category: 'video_surveillance',
        scale: 'camera',
        versions: ['2.840'],
      },
      {
        name: 'Dahua access control terminal',
        category: 'hardware',
        scale: 'appliance',
        versions: ['1.3'],
      },
    ],
  },
  {
    name: 'Tencent Holdings Ltd.',
    aliases: ['Tencent'],
    facts: [
      {
        facet: 'headquarters',
        country: 'CN',
        source: 'US Executive Order 13943 (since revoked), which calls it a Chinese company',
        url: 'https://www.federalregister.gov/d/2020-17700',
        confidence: 'probable',
        from: '2020-08-06',
      },
    ],
    products: [{ name: 'WeChat', category: 'mobile', scale: 'handset', versions: ['8.0.50'] }],
  },
  {
    name: 'ByteDance Limited',
    aliases: ['ByteDance'],
    facts: [
      {
        facet: 'headquarters',
        country: 'CN',
        source: 'US Executive Order 13942 (since revoked), which calls it a Chinese company',
        url: 'https://www.federalregister.gov/d/2020-17699',
        confidence: 'probable',
        from: '2020-08-06',
      },
    ],
    products: [{ name: 'TikTok', category: 'mobile', scale: 'handset', versions: ['37.2'] }],
  },
  {
    name: 'SolarWinds Corporation',
    aliases: ['SolarWinds'],
    facts: [
      {
        facet: 'headquarters',
        country: 'US',
        source: 'US Securities and Exchange Commission, press release 2023-227: Austin, Texas',
        url: 'https://www.sec.gov/news/press-release/2023-227',
        from: '2023-10-30',
      },
    ],
    products: [
      {
        name: 'Orion Platform',
        category: 'monitoring',
        scale: 'server',
        versions: ['2020.2.1 HF1', '2024.2.1'],
      },
    ],
  },
];
