/** Legal forms as written behind a name, in key spelling: lower case, without dots and slashes. */
const formsBehind = [
  'private limited',
  'proprietary limited',
  'public limited company',
  'limited liability company',
  'joint stock company',
  'sdn bhd',
  'sp z oo',
  'sp zoo',
  'kabushiki kaisha',
  ...(
    'ab ag ao as asa aps bv bvba co company corp corporation cv ek ev gmbh inc incorporated jsc kft kg ' +
    'kk limited llc llp lp ltd ltda mbh nv oao ojsc ooo oy oyj pao pjsc plc proprietary pte pty pvt ' +
    'sa sagl sarl sas se srl spa sro zao doo ооо оао пао зао ао'
  ).split(' '),
];

/** Legal forms as written before a name. */
const formsBefore = [
  'public joint stock company',
  'open joint stock company',
  'closed joint stock company',
  'joint stock company',
  'limited liability company',
  ...'ao cjsc jsc llc oao ojsc ooo pao pjsc pt zao ооо оао пао зао ао'.split(' '),
];

/** Forms written in Chinese and Japanese without a space to the name. */
const attachedForms =
  /^(株式会社|有限会社)|(株式会社|有限会社|股份有限公司|有限责任公司|有限公司)$/u;

/** From this similarity on, two names are worth a person's look. */
export const nearDuplicateScore = 0.8;

/**
 * What is left of a supplier's name without legal forms, a bracketed addition, accents, punctuation
 * and spaces: 'AO Kaspersky Lab' → 'kasperskylab'. Equal keys mean that a person should look, not
 * that it is the same supplier. '' only for a blank name.
 */
export function supplierNameKey(name: string): string {
  const plain = name.replace(/[™℠]/g, '').normalize('NFKC').toLowerCase().trim();
  return significantWords(plain).join('') || plain;
}

/**
 * How alike two names are, from 0 to 1, which equal keys give: the share of letter pairs that their
 * keys have in common (Sørensen–Dice).
 */
export function similarSupplierNames(a: string, b: string): number {
  const [keyA, keyB] = [supplierNameKey(a), supplierNameKey(b)];
  if (keyA === keyB) return 1;
  const pairsA = letterPairs(keyA);
  const pairsB = letterPairs(keyB);
  const unmatched = [...pairsB];
  let common = 0;
  for (const pair of pairsA) {
    const found = unmatched.indexOf(pair);
    if (found < 0) continue;
    unmatched.splice(found, 1);
    common += 1;
  }
  const all = pairsA.length + pairsB.length;
  return all === 0 ? 0 : (2 * common) / all;
}

function significantWords(plain: string): string[] {
  let words = plain
    .normalize('NFKD')
    // Accents of Latin, Greek and Cyrillic only; in other scripts marks are letters.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replace(/\s\([^)]*\)/g, ' ')
    // 'S.A.', 'S. A.' and 'A/S' are one word each.
    .replace(/(?<=\p{L})[./'’](?=\p{L})|(?<=(?<!\p{L})\p{L})\.\s(?=\p{L}\.)/gu, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  for (let shorter = withoutForm(words); shorter; shorter = withoutForm(words)) words = shorter;
  return words;
}

/** The words without one legal form at either end; undefined when there is none or nothing else. */
function withoutForm(words: string[]): string[] | undefined {
  const text = words.join(' ');
  const behind = formsBehind.find((form) => text.endsWith(` ${form}`));
  // 'GmbH & Co. KG'
  if (behind)
    return text
      .slice(0, -behind.length - 1)
      .replace(/(?<=.) and$/, '')
      .split(' ');
  const before = formsBefore.find((form) => text.startsWith(`${form} `));
  if (before) return text.slice(before.length + 1).split(' ');
  const attached = text.replace(attachedForms, '').trim();
  return attached === text ? undefined : attached.split(' ');
}

function letterPairs(key: string): string[] {
  const letters = [...key];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
