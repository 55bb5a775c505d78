import type { SupplierEntry } from './catalogue.ts';
import { platformSuppliers } from './suppliers-platform.ts';
import { realSuppliers } from './suppliers-real.ts';
import { specialistSuppliers } from './suppliers-specialist.ts';
import { storySuppliers } from './suppliers-story.ts';
import { unknownSuppliers } from './suppliers-unknown.ts';

export const suppliers: readonly SupplierEntry[] = [
  ...realSuppliers,
  ...platformSuppliers,
  ...specialistSuppliers,
  ...storySuppliers,
  ...unknownSuppliers,
];
