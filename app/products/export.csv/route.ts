import { tableExport } from '@/app/_server/table-export';
import { productsTable } from '../table';

export const GET = tableExport(productsTable);
