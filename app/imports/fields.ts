import { basisLabels, outcomeLabels, stateLabels } from '@/app/_domain/decision';
import { deploymentStatusLabels } from '@/app/_domain/deployment';
import { organisationKindLabels } from '@/app/_domain/organisation';
import { confidenceLabels, facetLabels } from '@/app/_domain/origin';
import { productCategoryLabels } from '@/app/_domain/product';
import { systemPurposeLabels } from '@/app/_domain/system';
import * as cells from './cells';
import type { ImportKind } from './kinds';

export interface Field {
  label: string;
  /** Kinds of file that can carry it. */
  kinds: readonly ImportKind[];
  /** Kinds of file that cannot do without it. */
  required: readonly ImportKind[];
  /** Further names that columns have for it elsewhere, in any spelling. */
  aliases: readonly string[];
  read: cells.CellReader;
}

const ofSuppliers = ['inventory', 'suppliers', 'products'] as const;
const ofProducts = ['inventory', 'products'] as const;
const ofSystems = ['inventory', 'systems'] as const;
const ofDeployments = ['inventory', 'deployments'] as const;
const standing = ['proposed', 'approved', 'in_progress', 'done', 'expired'] as const;

const none = [] as const;

/** Every field of every kind of file. Columns of the register's own CSV have the same names. */
export const fields = {
  deployment_id: {
    label: 'Deployment',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.uuidCell,
  },
  supplier: {
    label: 'Supplier',
    kinds: [...ofSuppliers, 'deployments'],
    required: ['inventory', 'deployments', 'suppliers', 'products'],
    aliases: [
      'vendor',
      'vendor project',
      'vendor name',
      'company',
      'manufacturer',
      'maker',
      'publisher',
      'supplier name',
      'software vendor',
      'brand',
    ],
    read: cells.supplierCell,
  },
  supplier_aliases: {
    label: 'Other names of the supplier',
    kinds: ofSuppliers,
    required: none,
    aliases: ['aliases', 'alias', 'also known as', 'aka', 'other names', 'trading names'],
    read: cells.aliasesCell,
  },
  supplier_website: {
    label: 'Website of the supplier',
    kinds: ofSuppliers,
    required: none,
    aliases: ['website', 'web site', 'homepage', 'url', 'link'],
    read: cells.websiteCell,
  },
  country_of_origin: {
    label: 'Country of origin',
    kinds: ofSuppliers,
    required: none,
    aliases: [
      'country',
      'jurisdiction',
      'origin',
      'country code',
      'nation',
      'vendor country',
      'supplier country',
      'hq country',
    ],
    read: cells.countryCell,
  },
  origin_facet: {
    label: 'Origin by',
    kinds: ofSuppliers,
    required: none,
    aliases: ['facet'],
    read: cells.codeCell('origin_facet', facetLabels),
  },
  origin_source: {
    label: 'Source of the origin',
    kinds: ofSuppliers,
    required: none,
    aliases: ['source', 'evidence', 'reference'],
    read: cells.textCell('origin_source'),
  },
  origin_confidence: {
    label: 'Confidence in the origin',
    kinds: ofSuppliers,
    required: none,
    aliases: ['confidence'],
    read: cells.codeCell('origin_confidence', confidenceLabels),
  },
  product: {
    label: 'Product',
    kinds: [...ofProducts, 'deployments'],
    required: ['inventory', 'deployments', 'products'],
    aliases: ['product name', 'software', 'software name', 'application', 'app', 'model', 'title'],
    read: cells.textCell('product'),
  },
  product_category: {
    label: 'Category of the product',
    kinds: ofProducts,
    required: none,
    aliases: ['category', 'product type', 'software type', 'type'],
    read: cells.codeCell('product_category', productCategoryLabels),
  },
  components: {
    label: 'Embedded components',
    kinds: ofProducts,
    required: none,
    aliases: ['embeds', 'embedded products', 'contains'],
    read: cells.listCell('components'),
  },
  // Named, it says that nothing else is embedded; a list without it leaves that open.
  components_source: {
    label: 'Source of the complete list of components',
    kinds: ofProducts,
    required: none,
    aliases: ['complete components by', 'bill of materials', 'sbom'],
    read: cells.textCell('components_source'),
  },
  organisation: {
    label: 'Organisation',
    kinds: [...ofSystems, 'deployments'],
    required: ['inventory', 'deployments', 'systems'],
    aliases: ['organization', 'department', 'agency', 'business unit', 'entity', 'authority'],
    read: cells.textCell('organisation'),
  },
  organisation_kind: {
    label: 'Kind of organisation',
    kinds: ofSystems,
    required: none,
    aliases: ['organization kind', 'organisation type', 'organization type'],
    read: cells.codeCell('organisation_kind', organisationKindLabels),
  },
  system: {
    label: 'System',
    kinds: [...ofSystems, 'deployments'],
    required: ['inventory', 'deployments', 'systems'],
    aliases: [
      'system name',
      'host',
      'hostname',
      'asset',
      'asset name',
      'service',
      'server',
      'environment',
      'configuration item',
      'ci',
    ],
    read: cells.textCell('system'),
  },
  classification: {
    label: 'Classification',
    kinds: ofSystems,
    required: ['inventory', 'systems'],
    aliases: ['security classification', 'tier', 'sensitivity', 'security level'],
    read: cells.classificationCell,
  },
  classification_label: {
    label: 'Label as supplied',
    kinds: ofSystems,
    required: none,
    aliases: ['original classification'],
    read: cells.textCell('classification_label'),
  },
  marking: {
    label: 'Markings',
    kinds: ofSystems,
    required: none,
    aliases: ['markings', 'caveat', 'caveats', 'handling'],
    read: cells.markingCell,
  },
  purposes: {
    label: 'Purposes of the system',
    kinds: ofSystems,
    required: none,
    aliases: ['purpose', 'system purpose'],
    read: cells.codeListCell('purposes', systemPurposeLabels),
  },
  system_owner: {
    label: 'Owner of the system',
    kinds: ofSystems,
    required: none,
    aliases: ['senior responsible owner', 'sro', 'information asset owner', 'iao'],
    read: cells.textCell('system_owner'),
  },
  version: {
    label: 'Version',
    kinds: ofDeployments,
    required: none,
    aliases: ['product version', 'software version', 'release', 'build'],
    read: cells.textCell('version'),
  },
  installations: {
    label: 'Installations',
    kinds: ofDeployments,
    required: none,
    aliases: [
      'installs',
      'install count',
      'count',
      'quantity',
      'qty',
      'seats',
      'instances',
      'number of installations',
    ],
    read: cells.installationsCell,
  },
  status: {
    label: 'Status',
    kinds: ofDeployments,
    required: none,
    aliases: ['deployment status', 'lifecycle'],
    read: cells.codeCell('status', deploymentStatusLabels),
  },
  owner: {
    label: 'Owner of the deployment',
    kinds: ofDeployments,
    required: none,
    aliases: ['deployment owner', 'responsible', 'contact', 'assigned to', 'service owner'],
    read: cells.textCell('owner'),
  },
  decision: {
    label: 'Decision',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.codeCell('decision', outcomeLabels),
  },
  decision_basis: {
    label: 'Basis of the decision',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.codeCell('decision_basis', basisLabels),
  },
  decision_state: {
    label: 'State of the decision',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.codeCell('decision_state', stateLabels, standing),
  },
  rationale: {
    label: 'Rationale',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.proseCell('rationale'),
  },
  proposed_by: {
    label: 'Proposed by',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.textCell('proposed_by'),
  },
  approved_by: {
    label: 'Approved by',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.textCell('approved_by'),
  },
  decided_at: {
    label: 'Decided',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.instantCell,
  },
  due_on: {
    label: 'Due',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.dateCell('due_on'),
  },
  expires_on: {
    label: 'Expires',
    kinds: ofDeployments,
    required: none,
    aliases: none,
    read: cells.dateCell('expires_on'),
  },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

export const fieldNames = Object.keys(fields) as readonly FieldName[];

/** Columns of the register's own CSV that follow from others; known, and not read. */
export const derivedColumns = [
  'exposure',
  'advisories',
  'advised_action',
  'advised_due_on',
  'needs_decision',
  'updated_at',
  'protective_marking',
] as const;

export function fieldsOf(kind: ImportKind): FieldName[] {
  return fieldNames.filter((name) => (fields[name] as Field).kinds.includes(kind));
}

export function isRequired(name: FieldName, kind: ImportKind): boolean {
  return (fields[name] as Field).required.includes(kind);
}
