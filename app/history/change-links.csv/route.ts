import { tableExport } from '@/app/_server/table-export';
import { historyChangeLinksTable } from '../changes/table';

export const GET = tableExport(historyChangeLinksTable, 'history:read');
