import { tableExport } from '@/app/_server/table-export';
import { returnTable } from '../../return/table';

export const GET = tableExport(returnTable);
