import { tableExport } from '@/app/_server/table-export';
import { historyTable } from '../table';

export const GET = tableExport(historyTable, 'history:read');
