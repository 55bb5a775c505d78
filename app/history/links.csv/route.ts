import { tableExport } from '@/app/_server/table-export';
import { historyLinksTable } from '../links/table';

export const GET = tableExport(historyLinksTable, 'history:read');
