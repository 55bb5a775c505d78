import { tableExport } from '@/app/_server/table-export';
import { advisoriesTable } from '../table';

export const GET = tableExport(advisoriesTable);
