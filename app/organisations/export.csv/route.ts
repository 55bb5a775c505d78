import { tableExport } from '@/app/_server/table-export';
import { organisationsTable } from '../table';

export const GET = tableExport(organisationsTable);
