import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { readTablePage } from '@/app/_server/table-page';
import { type RegisterRow, registerTable } from './table';

/** One page of the register with its total and counts. */
export function registerPage(actor: Actor, query: TableQuery) {
  return readTablePage<RegisterRow>(actor, registerTable, query);
}

/** The current row of a deployment, or null where there is none that the actor may see. */
export async function findRegisterEntry(actor: Actor, deploymentId: string) {
  const [entry] = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<CurrentEntry[]>`
      select supplier, supplier_id as "supplierId", country_of_origin as "countryOfOrigin", origin_facet as "originFacet",
        origin_source as "originSource", product, product_id as "productId", product_category as "productCategory", version,
        organisation, system, system_id as "systemId", classification, classification_label as "classificationLabel", marking,
        purposes, installations, status, owner, valid_from as "validFrom"
      from register_entry where deployment_id = ${deploymentId}::uuid and valid_to = 'infinity'`,
  );
  return entry ?? null;
}

interface CurrentEntry {
  supplier: string;
  supplierId: string;
  countryOfOrigin: string;
  originFacet: string;
  originSource: string;
  product: string;
  productId: string;
  productCategory: string;
  version: string;
  organisation: string;
  system: string;
  systemId: string;
  classification: string;
  classificationLabel: string;
  marking: string;
  purposes: string;
  installations: number;
  status: string;
  owner: string;
  validFrom: Date;
}
