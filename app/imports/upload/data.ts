import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs } from '@/app/_server/database';
import { actStatement } from '@/app/_server/history-act';
import { importAct } from '../data';
import type { ImportKind } from '../kinds';
import type { Mapping } from '../mapping';

/** Makes the import that the pieces of a file then belong to; gives its id. */
export async function beginUpload(actor: Actor, fileName: string): Promise<string> {
  const { rows } = await connectAs(actingFor(actor), (connection) =>
    connection.query<{ id: string }>(
      `insert into import_batch (kind, file_name, uploaded_by, uploaded_by_name)
       values ('inventory', $1, $2, $3) returning id`,
      [fileName, actor.id, actor.name],
    ),
  );
  const [batch] = rows;
  if (!batch) throw new Error('The import was not made.');
  return batch.id;
}

/** A transaction for each piece, so that a slow line holds no connection. */
export async function storePiece(
  actor: Actor,
  importId: string,
  ordinal: number,
  content: Uint8Array,
): Promise<void> {
  await connectAs(actingFor(actor), (connection) =>
    connection.query(`insert into import_chunk (import_id, ordinal, content) values ($1, $2, $3)`, [
      importId,
      ordinal,
      content,
    ]),
  );
}

export interface ReceivedFile {
  byteCount: number;
  sha256: string;
  encoding: string;
  delimiter: string;
  lineEnd: string;
  header: string[];
  kind: ImportKind;
  mapping: Mapping;
}

export async function endUpload(actor: Actor, importId: string, file: ReceivedFile): Promise<void> {
  await connectAs(actingFor(actor), async (connection) => {
    const { rows } = await connection.query<{
      id: string;
      fileName: string;
      accessRank: number;
      compartmentId: number;
    }>(
      `update import_batch set state = 'uploaded', byte_count = $2, sha256 = $3, encoding = $4, delimiter = $5,
         line_end = $6, header = $7, kind = $8, mapping = $9
       where id = $1 returning id, file_name as "fileName", access_rank as "accessRank",
         compartment_id as "compartmentId"`,
      [
        importId,
        file.byteCount,
        file.sha256,
        file.encoding,
        file.delimiter,
        file.lineEnd,
        file.header,
        file.kind,
        JSON.stringify(file.mapping),
      ],
    );
    const [batch] = rows;
    if (!batch) throw new Error('The import is gone.');
    const detail = { file: batch.fileName, bytes: file.byteCount, sha256: file.sha256 };
    await connection.query(actStatement(importAct('import_upload', batch, detail)));
  });
}

export async function abandonUpload(actor: Actor, importId: string): Promise<void> {
  await connectAs(actingFor(actor), (connection) =>
    connection.query(`delete from import_batch where id = $1 and state = 'uploading'`, [importId]),
  );
}
