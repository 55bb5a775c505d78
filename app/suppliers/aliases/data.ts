import { supplierNameKey } from '@/app/_domain/supplier-name';
import type { Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';

export interface Alias {
  id: string;
  name: string;
}

export function readAliases(transaction: Transaction, supplierId: string): Promise<Alias[]> {
  return transaction.supplierAlias.findMany({
    where: { supplierId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

export async function insertAlias(
  transaction: Transaction,
  { supplierId, name }: { supplierId: string; name: string },
): Promise<void> {
  const supplier = await transaction.supplier.findUnique({
    where: { id: supplierId },
    select: { name: true, aliases: { where: { name } } },
  });
  if (!supplier) throw notFound('supplier');
  if (supplier.name === name || supplier.aliases.length > 0) {
    throw new Refusal('invalid', 'Nothing is new.', {
      name: 'The supplier has this name already.',
    });
  }
  await transaction.supplierAlias.create({
    data: { supplierId, name, nameKey: supplierNameKey(name) },
  });
}

export async function removeAlias(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.supplierAlias.deleteMany({ where: { id } });
  if (count === 0) throw notFound('alias');
}
