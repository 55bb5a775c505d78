import { codesOf } from './code-list';

export const productCategoryLabels = {
  antivirus: 'Anti-virus',
  endpoint: 'Endpoint security',
  network: 'Network',
  firewall: 'Firewall',
  operating_system: 'Operating system',
  cloud: 'Cloud service',
  database: 'Database',
  productivity: 'Productivity',
  developer_tools: 'Developer tools',
  identity: 'Identity',
  virtualisation: 'Virtualisation',
  monitoring: 'Monitoring',
  backup: 'Backup',
  video_surveillance: 'Video surveillance',
  telecommunications: 'Telecommunications',
  mobile: 'Mobile',
  web: 'Web',
  hardware: 'Hardware',
  other: 'Other',
  // What a file without categories brings; a rule that asks for one cannot tell.
  not_recorded: 'Not recorded',
} as const;

export type ProductCategory = keyof typeof productCategoryLabels;

export const productCategories = codesOf(productCategoryLabels);
