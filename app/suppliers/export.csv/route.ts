import { tableExport } from '@/app/_server/table-export';
import { suppliersTable } from '../table';

export const GET = tableExport(suppliersTable);
