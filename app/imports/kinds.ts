/** What a file can hold; the first can carry everything. */
export const kinds = {
  inventory: {
    label: 'Inventory',
    description:
      'One line per deployment with all that belongs to it, as an asset database exports it.',
  },
  deployments: {
    label: 'Deployments',
    description: 'Products on systems, both of which the register already has.',
  },
  suppliers: { label: 'Suppliers', description: 'Suppliers with their origin.' },
  products: { label: 'Products', description: 'Products with their suppliers and components.' },
  systems: {
    label: 'Systems',
    description: 'Systems with their organisations and classifications.',
  },
} as const;

export type ImportKind = keyof typeof kinds;
