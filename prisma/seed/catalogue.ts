import type { Day } from './day.ts';

/** One statement about where something comes from; country null: stated as unknown. */
export type Fact = {
  facet: string;
  country: string | null;
  source: string;
  url?: string;
  /** confirmed unless given. */
  confidence?: 'probable' | 'unverified';
  from?: Day;
  to?: Day;
};

/** What one installation stands for, and so how many a system has. */
export type Scale = 'desktop' | 'server' | 'appliance' | 'service' | 'camera' | 'handset';

export type ProductEntry = {
  name: string;
  category: string;
  scale: Scale;
  versions: readonly string[];
  /** How often the estate at large has it; absent: only where the story puts it. */
  spread?: number;
  /** Every system has it. */
  everywhere?: true;
  notes?: string;
  facts?: readonly Fact[];
  /** Others may be embedded in it, although its supplier hands out lists of components. */
  componentsIncomplete?: true;
};

export type SupplierEntry = {
  name: string;
  aliases?: readonly string[];
  website?: string;
  notes?: string;
  facts: readonly Fact[];
  /** Where the lists of components of its products are known from; absent: nowhere. */
  componentsSource?: string;
  products: readonly ProductEntry[];
};
