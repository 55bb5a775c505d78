import { tableExport } from '@/app/_server/table-export';
import { registerTable } from '../table';

export const GET = tableExport(registerTable);
