import { tableExport } from '@/app/_server/table-export';
import { historyChangesTable } from '../changes/table';

export const GET = tableExport(historyChangesTable, 'history:read');
