import { tableJson } from '@/app/_server/table-json';
import { registerTable } from '@/app/register/table';

export const GET = tableJson(registerTable);
