import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { elapsed, figuresOf, type Measure } from './figures.ts';
import { rehearseImport, uploadFile } from './import-run.ts';
import { inventoryFile } from './inventory-file.ts';
import type { BenchRegister } from './register.ts';

const copyRounds = 3;

/**
 * The import that filled the empty register, and the same file again, against COPY of the flat rows
 * into one table with the indexes of the register. The first import can happen once only.
 */
export async function measureImports(register: BenchRegister): Promise<Measure[]> {
  const { filled, client, owner, estate } = register;
  const copies = await flatCopies(register);
  const again = await uploadFile(client, 'again.csv', inventoryFile(estate));
  const rehearsal = await rehearseImport(client, owner, again);
  const limits = [{ name: 'COPY into one table', figures: figuresOf(copies) }];
  const once = (name: string, milliseconds: number): Measure => ({
    name: `import: ${name}`,
    unit: 'ms',
    figures: figuresOf([milliseconds]),
    limits,
  });
  return [
    once('upload', filled.upload),
    once('rehearsal', filled.rehearsal),
    {
      ...once('apply to an empty register', filled.apply),
      target: {
        words: 'in COPYs',
        found: filled.apply / figuresOf(copies).median,
        most: 3,
      },
    },
    once('the same file again, rehearsal', rehearsal),
  ];
}

/** COPY of the current flat rows into one table with the same columns and indexes, in milliseconds. */
async function flatCopies({ owner }: BenchRegister): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'register-bench-'));
  const file = join(folder, 'flat');
  try {
    const current = `copy (select * from register_entry where valid_to = 'infinity') to stdout`;
    await pipeline(owner.query(copyTo(current)), createWriteStream(file));
    const samples: number[] = [];
    for (let round = 0; round < copyRounds; round += 1) {
      await owner.query('create table bench_flat (like register_entry including all)');
      samples.push(
        await elapsed(() =>
          pipeline(createReadStream(file), owner.query(copyFrom('copy bench_flat from stdin'))),
        ),
      );
      await owner.query('drop table bench_flat');
    }
    return samples;
  } finally {
    await rm(folder, { recursive: true });
  }
}
