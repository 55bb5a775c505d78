import type { ClassificationCode } from '@/app/_domain/classification';
import type { OrganisationKind } from '@/app/_domain/organisation';
import type { ProductCategory } from '@/app/_domain/product';
import type { Rule } from '@/app/_domain/rule';
import type {
  RecordedLink,
  RecordedProduct,
  RecordedSupplier,
  Situation,
} from '@/app/_domain/situation';
import type { SystemPurpose } from '@/app/_domain/system';
import { type AdvisoryJudgement, judgeAdvisory } from '@/app/_domain/verdict';
import type { Actor } from '@/app/_server/actor';
import { readAs, readDay, type Transaction } from '@/app/_server/database';

/** An active advisory with how it judges one deployment, and why. */
export interface DeploymentJudgement extends AdvisoryJudgement {
  id: string;
  reference: string;
  title: string;
  issuer: string;
}

/**
 * How the active advisories judge a deployment, or judged it at a moment, the gravest verdicts first;
 * none where it is not visible.
 */
export function judgementsOfDeployment(
  actor: Actor,
  deploymentId: string,
  asOf?: string,
): Promise<DeploymentJudgement[]> {
  const work = async (transaction: Transaction) => {
    const situation = await readSituation(transaction, deploymentId);
    if (!situation) return [];
    const advisories = await transaction.advisory.findMany({
      where: { status: 'active' },
      select: { id: true, reference: true, title: true, issuer: true, rules: true },
      orderBy: { reference: 'asc' },
    });
    const today = await readDay(transaction);
    const gravity = ['in', 'cannot_tell', 'out_no_action', 'out'];
    return advisories
      .map(({ rules, ...advisory }) => ({
        ...advisory,
        ...judgeAdvisory(rules as unknown as Rule[], situation, today),
      }))
      .toSorted((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict));
  };
  return readAs(actor, work, asOf);
}

/** All that a verdict on the deployment can rest on; null where there is none that may be seen. */
export async function readSituation(
  transaction: Transaction,
  deploymentId: string,
): Promise<Situation | null> {
  const [deployment] = await transaction.$queryRaw<DeploymentRow[]>`
    select d.product_id as "productId", d.version, s.id as "systemId", s.name, s.classification,
      s.classification_label as label, s.markings, s.purposes, o.kind as "organisationKind"
    from deployment d
    -- By itself, since a join would work out the past of every system.
    cross join lateral (select * from system where id = d.system_id offset 0) s
    join organisation o on o.id = s.organisation_id
    where d.id = ${deploymentId}::uuid`;
  if (!deployment) return null;
  const { productId, version, organisationKind, systemId, ...system } = deployment;
  const products = await readProducts(transaction, productId);
  const links = await readLinks(
    transaction,
    products.map(({ supplierId }) => supplierId),
  );
  const suppliers = await readSuppliers(transaction, [
    ...products.map(({ supplierId }) => supplierId),
    ...links.flatMap(({ ownerId, ownedId }) => [ownerId, ownedId]),
  ]);
  return {
    deploymentId,
    version,
    productId,
    products: new Map(products.map((product) => [product.id, product])),
    suppliers: new Map(suppliers.map((supplier) => [supplier.id, supplier])),
    links,
    system: { id: systemId, ...system },
    organisationKind,
  };
}

interface DeploymentRow {
  productId: string;
  version: string;
  systemId: string;
  name: string;
  classification: ClassificationCode;
  label: string;
  markings: string[];
  purposes: SystemPurpose[];
  organisationKind: OrganisationKind;
}

const factsSql = (subject: 'supplier' | 'product') => `
  coalesce((select jsonb_agg(jsonb_build_object('facet', f.facet, 'country', f.country, 'confidence', f.confidence,
      'validFrom', f.valid_from, 'validTo', f.valid_to, 'source', f.source, 'sourceUrl', f.source_url) order by f.facet, f.id)
    from origin_fact f where f.${subject}_id = ${subject}.id), '[]') as facts`;

/** The product and all that is embedded in it, at whatever depth. */
async function readProducts(
  transaction: Transaction,
  productId: string,
): Promise<RecordedProduct[]> {
  const rows = await transaction.$queryRawUnsafe<
    (Omit<RecordedProduct, 'category'> & { category: string })[]
  >(
    `with recursive inside(id) as (
       select $1::uuid union select c.component_id from inside i join product_component c on c.product_id = i.id)
     select product.id, product.name, product.supplier_id as "supplierId", product.category,
       product.components_complete as "componentsComplete",
       array(select c.component_id::text from product_component c where c.product_id = product.id) as components,
       ${factsSql('product')}
     from inside join product on product.id = inside.id`,
    productId,
  );
  return rows.map((row) => ({ ...row, category: row.category as ProductCategory }));
}

/** Every link between suppliers that these are related to by ownership, in whatever direction. */
function readLinks(
  transaction: Transaction,
  suppliers: readonly string[],
): Promise<RecordedLink[]> {
  return transaction.$queryRaw<RecordedLink[]>`
    with recursive related(id) as (
      select distinct s from unnest(${suppliers}::uuid[]) s
      union
      select case when l.owner_id = r.id then l.owned_id else l.owner_id end
      from related r join ownership_link l on l.owner_id = r.id or l.owned_id = r.id)
    select l.owner_id as "ownerId", l.owned_id as "ownedId", l.share_percent::float8 as "sharePercent", l.control,
      l.valid_from::text as "validFrom", l.valid_to::text as "validTo", l.source, l.source_url as "sourceUrl"
    from ownership_link l where l.owner_id in (select id from related)
    order by l.id`;
}

function readSuppliers(
  transaction: Transaction,
  suppliers: readonly string[],
): Promise<RecordedSupplier[]> {
  return transaction.$queryRawUnsafe<RecordedSupplier[]>(
    `select supplier.id, supplier.name,
       array(select a.name from supplier_alias a where a.supplier_id = supplier.id) as aliases,
       ${factsSql('supplier')}
     from supplier where supplier.id = any($1::uuid[]) order by supplier.name`,
    suppliers,
  );
}
