import { pool } from '@/app/_server/database';

const patience = 3000;

/** 200 once the database answers and the migrations are in, else 503 with what is wrong. */
export async function GET(): Promise<Response> {
  const problem = await Promise.race([databaseProblem(), afterPatience()]);
  const answer = problem ? { status: 'unavailable', problem } : { status: 'ok' };
  return Response.json(answer, {
    status: problem ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}

// Its row is written last by a migration that has succeeded.
async function databaseProblem(): Promise<string | undefined> {
  try {
    const { rowCount } = await pool().query('select from schema_definition');
    return rowCount ? undefined : 'The database is being migrated.';
  } catch (error) {
    const isMissing = (error as { code?: string }).code === '42P01';
    return isMissing ? 'The database has not been migrated.' : 'The database does not answer.';
  }
}

function afterPatience(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience, 'The database does not answer in time.').unref();
  });
}
