import fc from 'fast-check';
import type pg from 'pg';
import { advisedActionCodes, strengths } from '@/app/_domain/advised-action';
import { organisationKinds } from '@/app/_domain/organisation';
import { confidences, type Facet } from '@/app/_domain/origin';
import { affiliations, componentScopes, type Rule, throughs } from '@/app/_domain/rule';

/*
 * Small registers in which suppliers own each other, embed each other's products and leave much
 * unsaid; and rules that ask for what may be there. All draw from few values, so that they meet.
 */

const supplierCount = 5;
const productCount = 6;
const systemCount = 4;

const facetsUsed: readonly Facet[] = [
  'headquarters',
  'incorporation',
  'ultimate_parent',
  'significant_shareholder',
  'developed',
];
const countriesUsed = ['RU', 'BY', 'GB'] as const;
const categoriesUsed = ['antivirus', 'firewall', 'not_recorded'] as const;
const purposesUsed = ['national_security', 'corporate'] as const;
const versionsUsed = ['', '1.0', '1.0-rc1', '2.3', '10.1', 'v3'] as const;
const days = [null, '2020-01-01', '2024-06-01', '2030-01-01'] as const;

const index = (count: number) => fc.nat({ max: count - 1 });
const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const period = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .filter(([from, to]) => !from || !to || from < to);

const fact = fc.record({
  ofProduct: fc.boolean(),
  subject: index(supplierCount),
  facet: fc.constantFrom(...facetsUsed),
  country: fc.option(fc.constantFrom(...countriesUsed), { freq: 6 }),
  confidence: fc.constantFrom(...confidences),
  period,
});

const link = fc
  .record({
    owner: index(supplierCount),
    owned: index(supplierCount),
    share: fc.option(fc.constantFrom(10, 24.9, 25, 50, 50.001, 100), { freq: 4 }),
    control: fc.boolean(),
    period,
  })
  .filter(({ owner, owned }) => owner !== owned);

const pair = fc
  .tuple(index(productCount), index(productCount))
  .filter(([product, component]) => product !== component);

const system = fc.record({
  kind: fc.constantFrom(...organisationKinds.slice(0, 3)),
  classification: fc.constantFrom('OFFICIAL', 'SECRET', 'TOP SECRET', 'UNSETTLED'),
  markings: some(['UK EYES ONLY', 'LOCSEN']),
  purposes: some(purposesUsed),
});

export const generatedRegister = fc.record({
  facts: fc.array(fact, { maxLength: 25 }),
  links: fc.array(link, { maxLength: 6 }),
  products: fc.array(
    fc.record({ category: fc.constantFrom(...categoriesUsed), complete: fc.boolean() }),
    { minLength: productCount, maxLength: productCount },
  ),
  components: fc.uniqueArray(pair, { maxLength: 5, selector: String }),
  systems: fc.array(system, { minLength: systemCount, maxLength: systemCount }),
  versions: fc.array(fc.constantFrom(...versionsUsed), {
    minLength: productCount * systemCount,
    maxLength: productCount * systemCount,
  }),
});

export type GeneratedRegister =
  typeof generatedRegister extends fc.Arbitrary<infer Value> ? Value : never;

const supplierName = (place: number) => `Supplier ${place}`;
const productName = (place: number) => `Product ${place}`;

const named = (name: (place: number) => string, count: number) =>
  fc.array(
    index(count).map((place) => ({ id: null, name: name(place) })),
    { maxLength: 2 },
  );
/** Mostly not asked for, else few rules would match anything. */
const seldom = <Value>(values: fc.Arbitrary<Value[]>) =>
  fc.oneof({ arbitrary: fc.constant<Value[]>([]), weight: 3 }, { arbitrary: values, weight: 1 });

const criteria = fc
  .record({
    countries: fc.oneof(fc.constant([]), some([...countriesUsed, 'none'])),
    facets: fc.subarray([...facetsUsed], { minLength: 1 }),
    through: fc.constantFrom(...throughs),
    sharePercent: fc.constantFrom(10, 25, 60),
    suppliers: seldom(named(supplierName, supplierCount)),
    affiliates: some(affiliations),
    products: seldom(named(productName, productCount)),
    categories: seldom(some(categoriesUsed)),
    exceptSuppliers: seldom(named(supplierName, supplierCount)),
    exceptProducts: seldom(named(productName, productCount)),
    components: fc.constantFrom(...componentScopes),
    classificationMin: fc.option(fc.constantFrom('OFFICIAL', 'SECRET', 'TOP SECRET')),
    classificationMax: fc.option(fc.constantFrom('OFFICIAL', 'SECRET', 'TOP SECRET'), { freq: 2 }),
    markings: seldom(some(['UK EYES ONLY', 'LOCSEN'])),
    exceptMarkings: seldom(some(['UK EYES ONLY', 'LOCSEN'])),
    purposes: seldom(some(purposesUsed)),
    exceptPurposes: seldom(some(purposesUsed)),
    organisationKinds: seldom(some(organisationKinds.slice(0, 3))),
    versionFrom: fc.constantFrom('', '', '', '1.0', '2'),
    versionTo: fc.constantFrom('', '', '', '3.1', '10'),
    onDate: fc.constantFrom(null, null, '2020-01-01', '2024-05-31', '2024-06-01'),
  })
  .map((drawn) => (drawn.countries.length > 0 ? drawn : { ...drawn, facets: [] }));

export const generatedRules: fc.Arbitrary<Rule[]> = fc
  .array(
    fc.record({
      title: fc.constant(''),
      clause: fc.constant(''),
      criteria,
      action: fc.constantFrom(...advisedActionCodes),
      strength: fc.constantFrom(...strengths),
      deadlines: fc.constant([]),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (rules) => rules.map((rule, place) => ({ ...rule, code: `R${place}` })) as unknown as Rule[],
  );

/** Empties the register of everything generated, without the triggers that would remember it. */
export async function forgetRecords(owner: pg.ClientBase): Promise<void> {
  for (const table of [
    ...['register_entry', 'exposure', 'origin_headline', 'origin_fact', 'ownership_link'],
    ...['product_component', 'deployment', 'system', 'organisation', 'product', 'supplier'],
  ]) {
    await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(`delete from ${table}`);
    await owner.query(`alter table ${table} enable trigger user`);
  }
}

/** Fills an empty register; gives the ids of its deployments. */
export async function insertGenerated(
  owner: pg.ClientBase,
  register: GeneratedRegister,
): Promise<string[]> {
  const inserted = async (text: string, rows: readonly unknown[][]) => {
    const ids: string[] = [];
    for (const row of rows) {
      const { rows: found } = await owner.query<{ id: string }>(`${text} returning id`, row);
      ids.push(found[0]?.id as string);
    }
    return ids;
  };
  const suppliers = await inserted(
    'insert into supplier (name) values ($1)',
    Array.from({ length: supplierCount }, (_, place) => [supplierName(place)]),
  );
  const products = await inserted(
    'insert into product (supplier_id, name, category, components_complete) values ($1, $2, $3, $4)',
    register.products.map(({ category, complete }, place) => [
      suppliers[place % supplierCount],
      productName(place),
      category,
      complete,
    ]),
  );
  const organisations = await inserted(
    'insert into organisation (name, kind) values ($1, $2)',
    register.systems.map(({ kind }, place) => [`Organisation ${place}`, kind]),
  );
  const systems = await inserted(
    'insert into system (organisation_id, name, classification, markings, purposes) values ($1, $2, $3, $4, $5)',
    register.systems.map(({ classification, markings, purposes }, place) => [
      organisations[place],
      `System ${place}`,
      classification,
      markings,
      purposes,
    ]),
  );
  const deployments = await inserted(
    'insert into deployment (system_id, product_id, version) values ($1, $2, $3)',
    systems.flatMap((systemId, row) =>
      products.map((productId, column) => [
        systemId,
        productId,
        register.versions[row * productCount + column],
      ]),
    ),
  );
  await insertGeneratedFacts(owner, register, { suppliers, products });
  return deployments;
}

export async function insertGeneratedFacts(
  owner: pg.ClientBase,
  { facts, links, components }: Pick<GeneratedRegister, 'facts' | 'links' | 'components'>,
  { suppliers, products }: { suppliers: readonly string[]; products: readonly string[] },
): Promise<void> {
  for (const { ofProduct, subject, facet, country, confidence, period } of facts) {
    await owner.query(
      `insert into origin_fact (${ofProduct ? 'product_id' : 'supplier_id'}, facet, country, source, confidence, valid_from, valid_to)
       values ($1, $2, $3, 'Generated', $4, $5, $6)`,
      [(ofProduct ? products : suppliers)[subject], facet, country, confidence, ...period],
    );
  }
  for (const { owner: holder, owned, share, control, period } of links) {
    await owner.query(
      `insert into ownership_link (owner_id, owned_id, share_percent, control, valid_from, valid_to, source)
       values ($1, $2, $3, $4, $5, $6, 'Generated')`,
      [suppliers[holder], suppliers[owned], share, control, ...period],
    );
  }
  for (const [product, component] of components) {
    await owner.query('insert into product_component (product_id, component_id) values ($1, $2)', [
      products[product],
      products[component],
    ]);
  }
}
