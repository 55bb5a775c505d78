import { type Finding, finding, type MissingFact } from './finding';
import { ownershipReach, shareOfControl } from './ownership';
import { productCategoryLabels } from './product';
import type { NamedRecord, RuleCriteria } from './rule';
import { either, originFinding, supplierOf } from './rule-origin';
import type { RecordedProduct, RecordedSupplier, Situation } from './situation';
import { allTrue, anyTrue, type Truth, truthOf } from './truth';

/** What a rule's criteria for products came to, and for which product: the deployed or an embedded one. */
export interface ProductJudgement {
  product: RecordedProduct;
  truth: Truth;
  findings: readonly Finding[];
}

/** The deployed product alone, whatever is embedded in it. */
export function judgeProduct(
  criteria: RuleCriteria,
  situation: Situation,
  onDay: string,
): ProductJudgement {
  return judge(criteria, productOf(situation, situation.productId), situation, onDay);
}

/**
 * What is embedded in the deployed product: each component, and where the list of components is not
 * complete, those that nobody has named. Empty where the rule leaves embedded components out, or
 * excepts the product that embeds them.
 */
export function judgeComponents(
  criteria: RuleCriteria,
  situation: Situation,
  onDay: string,
): ProductJudgement[] {
  const deployed = productOf(situation, situation.productId);
  if (criteria.components === 'excluded' || isExcepted(criteria, deployed, situation)) return [];
  const judged = componentsOf(deployed, situation).map((component) => {
    const judgement = judge(criteria, component, situation, onDay);
    const words = `${component.name} is embedded in ${deployed.name}`;
    return { ...judgement, findings: [finding('yes', words), ...judgement.findings] };
  });
  if (deployed.componentsComplete) return judged;
  const missing: MissingFact[] = [
    { kind: 'components', subjectType: 'product', subjectId: deployed.id, subject: deployed.name },
  ];
  const words = `what is embedded in ${deployed.name} has not been examined`;
  return [
    ...judged,
    { product: deployed, truth: 'unknown', findings: [finding('unknown', words, { missing })] },
  ];
}

function judge(
  criteria: RuleCriteria,
  product: RecordedProduct,
  situation: Situation,
  onDay: string,
): ProductJudgement {
  const findings: Finding[] = [];
  if (isExcepted(criteria, product, situation)) {
    findings.push(finding('no', `${product.name} is excepted`));
  }
  if (criteria.categories.length > 0) findings.push(categoryFinding(criteria, product));
  if (criteria.products.length > 0) {
    const isNamed = isAmong(criteria.products, product, []);
    findings.push(
      finding(truthOf(isNamed), `${product.name} is ${isNamed ? '' : 'not '}a named product`),
    );
  }
  if (criteria.suppliers.length > 0) {
    findings.push(supplierFinding(criteria, product, situation, onDay));
  }
  // Origins are looked at only for what is left, so that nothing is missed that would not matter.
  const isLeft = allTrue(findings.map(({ truth }) => truth)) !== 'no';
  if (criteria.countries.length > 0 && isLeft) {
    findings.push(originFinding(criteria, product, situation, onDay));
  }
  return { product, truth: allTrue(findings.map(({ truth }) => truth)), findings };
}

function isExcepted(criteria: RuleCriteria, product: RecordedProduct, situation: Situation) {
  const maker = supplierOf(situation, product.supplierId);
  return (
    isAmong(criteria.exceptProducts, product, []) ||
    isAmong(criteria.exceptSuppliers, maker, maker.aliases)
  );
}

function categoryFinding({ categories }: RuleCriteria, product: RecordedProduct): Finding {
  const words = `${product.name} is ${productCategoryLabels[product.category]}`;
  if (categories.includes(product.category)) return finding('yes', words);
  if (product.category !== 'not_recorded') return finding('no', words);
  return finding('unknown', `the category of ${product.name} is not recorded`, {
    missing: [
      { kind: 'category', subjectType: 'product', subjectId: product.id, subject: product.name },
    ],
  });
}

function supplierFinding(
  criteria: RuleCriteria,
  product: RecordedProduct,
  situation: Situation,
  onDay: string,
): Finding {
  const maker = supplierOf(situation, product.supplierId);
  const ways = [...situation.suppliers.values()]
    .filter((supplier) => isAmong(criteria.suppliers, supplier, supplier.aliases))
    .flatMap((named) => affiliationFindings(criteria, named, maker, situation, onDay));
  const found = either(ways.filter(({ truth }) => truth !== 'no'));
  return found.truth === 'no'
    ? finding('no', `${maker.name} is neither named nor an affiliate`)
    : found;
}

/** In which ways the maker is the named supplier or one of its affiliates. */
function affiliationFindings(
  { affiliates }: RuleCriteria,
  named: RecordedSupplier,
  maker: RecordedSupplier,
  { links }: Situation,
  onDay: string,
): Finding[] {
  if (named.id === maker.id) return [finding('yes', `${maker.name} is named`)];
  const reach = (start: string, upwards: boolean) =>
    ownershipReach(start, links, { upwards, leastShare: shareOfControl, onDay });
  const owners = reach(named.id, true);
  const ways: [Truth, string][] = [];
  if (affiliates.includes('owned')) {
    ways.push([reach(named.id, false).get(maker.id) ?? 'no', `is owned by ${named.name}`]);
  }
  if (affiliates.includes('owners')) {
    ways.push([owners.get(maker.id) ?? 'no', `owns ${named.name}`]);
  }
  if (affiliates.includes('common_control')) {
    owners.delete(named.id);
    const shared = [...owners].map(([owner, certain]) => {
      const below = reach(owner, false);
      below.delete(owner);
      return allTrue([certain, below.get(maker.id) ?? 'no']);
    });
    ways.push([anyTrue(shared), `has an owner in common with ${named.name}`]);
  }
  return ways.map(([truth, words]) =>
    truth === 'unknown'
      ? finding(truth, `whether ${maker.name} ${words} is not recorded`, {
          missing: [
            { kind: 'share', subjectType: 'supplier', subjectId: maker.id, subject: maker.name },
          ],
        })
      : finding(truth, `${maker.name} ${words}`),
  );
}

function isAmong(
  named: readonly NamedRecord[],
  { id, name }: { id: string; name: string },
  aliases: readonly string[],
): boolean {
  const known = [name, ...aliases].map((one) => one.toLowerCase());
  return named.some((one) => (one.id ? one.id === id : known.includes(one.name.toLowerCase())));
}

function componentsOf(product: RecordedProduct, situation: Situation): RecordedProduct[] {
  const found = new Set<RecordedProduct>();
  const waiting = [product];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const id of next.components) {
      const component = productOf(situation, id);
      if (!found.has(component)) waiting.push(component);
      found.add(component);
    }
  }
  return [...found];
}

function productOf({ products }: Situation, id: string): RecordedProduct {
  const product = products.get(id);
  if (!product) throw new RangeError(`The situation lacks the product ${id}.`);
  return product;
}
