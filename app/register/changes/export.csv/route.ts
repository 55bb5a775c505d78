import { tableExport } from '@/app/_server/table-export';
import { registerChangesTable } from '../table';

export const GET = tableExport(registerChangesTable);
