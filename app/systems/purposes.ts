import { type SystemPurpose, systemPurposeLabels } from '@/app/_domain/system';

/** `Defence, Corporate` */
export function purposeWords(purposes: readonly string[]): string {
  return purposes.map((code) => systemPurposeLabels[code as SystemPurpose] ?? code).join(', ');
}
