import { countryName } from './country';
import { type Finding, finding, type MissingFact } from './finding';
import { confidences, type Facet, facetLabels } from './origin';
import { linkCounts, ownershipReach, shareOfControl } from './ownership';
import type { RuleCriteria } from './rule';
import {
  holdsOn,
  type RecordedFact,
  type RecordedProduct,
  type RecordedSupplier,
  type Situation,
} from './situation';
import { allTrue, anyTrue, type Truth } from './truth';

/** A company has one of these; what else there is can be in several countries. */
const singleFacets: readonly Facet[] = ['incorporation', 'headquarters', 'ultimate_parent'];

/** By what an owner is judged: where it sits. */
const ownerFacets: readonly Facet[] = ['headquarters', 'incorporation'];

/**
 * Whether the product comes from one of the rule's countries, by any of its facets: what is recorded
 * of the product itself, else of its supplier, and of the supplier's owners as far as the rule reaches
 * through ownership. The same rule stands in prisma/sql/31-rule.sql.
 */
export function originFinding(
  criteria: RuleCriteria,
  product: RecordedProduct,
  situation: Situation,
  onDay: string,
): Finding {
  const maker = supplierOf(situation, product.supplierId);
  const isControlled = hasController(criteria, maker.id, situation, onDay);
  const own = criteria.facets.map((facet) => {
    const ofProduct = factsOn(product.facts, facet, onDay);
    if (ofProduct.length > 0)
      return facetFinding(criteria, facet, ofProduct, subjectOf('product', product));
    const ofMaker = factsOn(maker.facts, facet, onDay);
    const isAnswered = ofMaker.length === 0 && facet === 'ultimate_parent' && isControlled;
    return isAnswered && !criteria.countries.includes('none')
      ? finding('no', `the ultimate parent of ${maker.name} is judged as an owner`)
      : facetFinding(criteria, facet, ofMaker, subjectOf('supplier', maker));
  });
  return either([...own, ...ownerFindings(criteria, maker, situation, onDay)]);
}

function ownerFindings(
  criteria: RuleCriteria,
  maker: RecordedSupplier,
  situation: Situation,
  onDay: string,
): Finding[] {
  if (criteria.through === 'nothing') return [];
  const leastShare = leastShareOf(criteria);
  const reached = ownershipReach(maker.id, situation.links, { upwards: true, leastShare, onDay });
  reached.delete(maker.id);
  const asked = ownerFacets.filter((facet) => criteria.facets.includes(facet));
  return [...reached].flatMap(([ownerId, certain]) => {
    const owner = supplierOf(situation, ownerId);
    return (asked.length > 0 ? asked : ownerFacets.slice(0, 1)).map((facet) => {
      const facts = factsOn(owner.facts, facet, onDay);
      const found = facetFinding(criteria, facet, facts, subjectOf('supplier', owner));
      return throughOwner(found, certain, maker);
    });
  });
}

function throughOwner(found: Finding, certain: Truth, owned: RecordedSupplier): Finding {
  const truth = allTrue([certain, found.truth]);
  const words = `${found.words}, an owner of ${owned.name}`;
  if (certain === 'yes' || truth === 'no') return { ...found, truth, words };
  const missing: MissingFact = {
    kind: 'share',
    subjectType: 'supplier',
    subjectId: owned.id,
    subject: owned.name,
  };
  return {
    ...found,
    truth,
    words: `${words} with a share that is not recorded`,
    missing: [...found.missing, missing],
  };
}

function hasController(
  criteria: RuleCriteria,
  supplierId: string,
  { links }: Situation,
  onDay: string,
): boolean {
  const leastShare = Math.max(leastShareOf(criteria), shareOfControl);
  return (
    criteria.through !== 'nothing' &&
    links.some(
      (link) =>
        link.ownedId === supplierId &&
        holdsOn(link, onDay) &&
        linkCounts(link, leastShare) === 'yes',
    )
  );
}

function leastShareOf({ through, sharePercent }: RuleCriteria): number {
  return through === 'share' && sharePercent !== null ? sharePercent : shareOfControl;
}

type Subject = { subjectType: 'supplier' | 'product'; subjectId: string; subject: string };

function subjectOf(
  subjectType: Subject['subjectType'],
  { id, name }: { id: string; name: string },
) {
  return { subjectType, subjectId: id, subject: name };
}

/** What the facts that hold by one facet say, all of one subject. */
function facetFinding(
  { countries }: RuleCriteria,
  facet: Facet,
  facts: readonly RecordedFact[],
  subject: Subject,
): Finding {
  const label = facetLabels[facet];
  const missing: MissingFact[] = [{ kind: 'origin', ...subject, facet }];
  const known = facts.filter(({ country }) => country !== null);
  if (known.length === 0) {
    const words = `${label} of ${subject.subject} is not recorded`;
    return countries.includes('none')
      ? finding('yes', words, { sources: facts })
      : finding('unknown', words, { sources: facts, missing });
  }
  const matching = known.filter(({ country }) => countries.includes(country as string));
  const named = (some: readonly RecordedFact[]) =>
    [...new Set(some.map(({ country }) => countryName(country as string)))].join(' and ');
  const words = `${label} of ${subject.subject}: ${named(matching.length > 0 ? matching : known)}`;
  if (matching.length === 0) {
    return known.length < facts.length
      ? finding('unknown', `${words}, and elsewhere it is not known`, { sources: facts, missing })
      : finding('no', words, { sources: known });
  }
  const leads = !singleFacets.includes(facet) || mostTrusted(matching) <= mostTrusted(known);
  return leads
    ? finding('yes', words, { sources: matching })
    : finding('unknown', `${words}, which a more trusted source contradicts`, {
        sources: known,
        missing,
      });
}

function mostTrusted(facts: readonly RecordedFact[]): number {
  return Math.min(...facts.map(({ confidence }) => confidences.indexOf(confidence)));
}

function factsOn(facts: readonly RecordedFact[], facet: Facet, onDay: string): RecordedFact[] {
  return facts.filter((fact) => fact.facet === facet && holdsOn(fact, onDay));
}

/** Of findings of which any is enough: those that decide, with all that they miss. */
export function either(findings: readonly Finding[]): Finding {
  const truth = anyTrue(findings.map((one) => one.truth));
  const deciding = findings.filter((one) => one.truth === truth);
  return finding(truth, deciding.map(({ words }) => words).join('; '), {
    sources: deciding.flatMap(({ sources }) => sources),
    missing: deciding.flatMap(({ missing }) => missing),
  });
}

export function supplierOf({ suppliers }: Situation, id: string): RecordedSupplier {
  const supplier = suppliers.get(id);
  if (!supplier) throw new RangeError(`The situation lacks the supplier ${id}.`);
  return supplier;
}
