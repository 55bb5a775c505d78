import type { ClassificationCode } from './classification';
import type { OrganisationKind } from './organisation';
import type { Confidence, Facet } from './origin';
import type { ProductCategory } from './product';
import type { SystemPurpose } from './system';

/** From the first day on which it holds until before the first on which it holds no more; null where open. */
export interface Dated {
  validFrom: string | null;
  validTo: string | null;
}

export interface Sourced {
  source: string;
  sourceUrl: string;
}

export interface RecordedFact extends Dated, Sourced {
  facet: Facet;
  /** ISO 3166-1 alpha-2; null is the statement that it is unknown. */
  country: string | null;
  confidence: Confidence;
}

export interface RecordedLink extends Dated, Sourced {
  ownerId: string;
  ownedId: string;
  sharePercent: number | null;
  control: boolean;
}

export interface RecordedSupplier {
  id: string;
  name: string;
  aliases: readonly string[];
  facts: readonly RecordedFact[];
}

export interface RecordedProduct {
  id: string;
  name: string;
  supplierId: string;
  category: ProductCategory;
  facts: readonly RecordedFact[];
  /** Ids of what is embedded in it directly. */
  components: readonly string[];
  componentsComplete: boolean;
}

/** All that a verdict on one deployment can rest on. */
export interface Situation {
  deploymentId: string;
  version: string;
  productId: string;
  /** The deployed product and all that is embedded in it, at whatever depth. */
  products: ReadonlyMap<string, RecordedProduct>;
  /** Their makers and whoever these are related to by ownership. */
  suppliers: ReadonlyMap<string, RecordedSupplier>;
  links: readonly RecordedLink[];
  system: {
    id: string;
    name: string;
    classification: ClassificationCode;
    /** As supplied, where it has no UK tier. */
    label: string;
    markings: readonly string[];
    /** Empty where none is recorded. */
    purposes: readonly SystemPurpose[];
  };
  organisationKind: OrganisationKind;
}

export function holdsOn({ validFrom, validTo }: Dated, date: string): boolean {
  return (validFrom ?? '') <= date && (validTo === null || date < validTo);
}
