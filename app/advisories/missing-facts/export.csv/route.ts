import { tableExport } from '@/app/_server/table-export';
import { missingFactsTable } from '../table';

export const GET = tableExport(missingFactsTable);
