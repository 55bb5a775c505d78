import { tableExport } from '@/app/_server/table-export';
import { decisionsTable } from '../table';

export const GET = tableExport(decisionsTable);
