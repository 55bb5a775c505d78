import { tableExport } from '@/app/_server/table-export';
import { systemsTable } from '../table';

export const GET = tableExport(systemsTable);
