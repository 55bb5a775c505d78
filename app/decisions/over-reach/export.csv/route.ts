import { tableExport } from '@/app/_server/table-export';
import { overReachTable } from '../table';

export const GET = tableExport(overReachTable);
