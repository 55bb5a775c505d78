/** Everyday names, where the list of ISO 3166-1 names that we use has a formal one. */
export const everydayNames: Readonly<Record<string, string>> = {
  BN: 'Brunei',
  BQ: 'Caribbean Netherlands',
  CI: 'Ivory Coast',
  CN: 'China',
  CZ: 'Czechia',
  FK: 'Falkland Islands',
  FM: 'Micronesia',
  GM: 'The Gambia',
  IR: 'Iran',
  LA: 'Laos',
  MD: 'Moldova',
  MK: 'North Macedonia',
  PS: 'Palestine',
  RU: 'Russia',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'United States',
  VA: 'Vatican City',
  VG: 'British Virgin Islands',
  VI: 'US Virgin Islands',
};

/** Further words for one country and no other; the order of words, case and accents do not matter. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  BO: ['Plurinational State of Bolivia'],
  BQ: ['Bonaire, Sint Eustatius and Saba'],
  CD: ['DRC', 'DR Congo', 'Congo-Kinshasa'],
  CG: ['Congo-Brazzaville'],
  CN: ['PRC', 'Mainland China'],
  CV: ['Cabo Verde'],
  DE: ['Federal Republic of Germany'],
  FM: ['Federated States of Micronesia'],
  GB: ['United Kingdom of Great Britain and Northern Ireland', 'Britain'],
  HK: ['Hong Kong SAR', 'Hong Kong, China'],
  IE: ['Republic of Ireland', 'Eire'],
  KP: ['DPRK', "Democratic People's Republic of Korea"],
  KR: ['ROK', 'Republic of Korea'],
  MM: ['Burma'],
  MO: ['Macau', 'Macao SAR', 'Macao, China'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkiye'],
  TW: ['Taiwan, ROC', 'Chinese Taipei'],
  VA: ['Holy See', 'Vatican'],
  VE: ['Bolivarian Republic of Venezuela'],
  VN: ['Viet Nam', 'Socialist Republic of Vietnam'],
  ZA: ['RSA', 'Republic of South Africa'],
};

/** Words that probably mean a country; a person confirms. */
export const suggestedNames: Readonly<Record<string, readonly string[]>> = {
  GB: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
  MK: ['Macedonia'],
  NL: ['Holland'],
  US: ['America'],
};

/** Two letters that are no ISO code but stand for one country elsewhere. */
export const suggestedCodes: Readonly<Record<string, string>> = {
  UK: 'GB',
  EL: 'GR',
};

/** Words that are understood and still name no single country: why, and what to enter. */
export const refusedWords: Readonly<Record<string, string>> = {
  EU: 'is the European Union, not a country. Enter the member state.',
  'European Union': 'is not a country. Enter the member state.',
  Europe: 'is not a country. Enter the country.',
  SU: 'was the Soviet Union. Enter the country that it is today, such as RU.',
  'Soviet Union': 'no longer exists. Enter the country that it is today, such as Russia.',
  USSR: 'no longer exists. Enter the country that it is today, such as Russia.',
  YU: 'was Yugoslavia. Enter the country that it is today, such as RS.',
  Yugoslavia: 'no longer exists. Enter the country that it is today, such as Serbia.',
  CS: 'was Czechoslovakia, then Serbia and Montenegro. Enter CZ, SK, RS or ME.',
  Czechoslovakia: 'no longer exists. Enter Czechia or Slovakia.',
  Korea: 'may be South Korea (KR) or North Korea (KP). Enter one of the two.',
  Congo:
    'may be the Republic of the Congo (CG) or the Democratic Republic (CD). Enter one of the two.',
};

/** How people write that they do not know. NA is absent on purpose: it is Namibia. */
export const unknownWords: readonly string[] = [
  '',
  'unknown',
  'unk',
  'not known',
  'n/k',
  'nk',
  'not recorded',
  'not available',
  'n/a',
  'none',
  'tbc',
  'tbd',
  '-',
  '?',
];
