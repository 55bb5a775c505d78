import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordInput } from '@/app/_lib/fields';
import type { Actor } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { writeComponent } from './components/data';
import { componentInput } from './components/schema';
import {
  insertProduct,
  readProduct,
  readProductDetail,
  removeProduct,
  updateProduct,
} from './data';
import { productChange, productInput } from './schema';

let register: TestRegister;
let small: SmallRegister;
let steward: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  steward = await register.person('Steward', ['data_steward']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

const permission = 'record:write';

const blank = { category: 'firewall', componentsComplete: false, componentsSource: '', notes: '' };

const add = (name: string, values: Partial<typeof blank> = {}) => {
  const input = { ...blank, ...values, supplierId: small.supplier, name };
  return mutate(steward, { permission, schema: productInput, input }, insertProduct);
};

async function product(name: string): Promise<string> {
  const outcome = await add(name);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.id;
}

const embed = (productId: string, componentId: string) => {
  const input = { id: null, productId, componentId, note: '', source: '' };
  return mutate(steward, { permission, schema: componentInput, input }, writeComponent);
};

const remove = (id: string) =>
  mutate(steward, { permission, schema: recordInput, input: { id } }, (transaction) =>
    removeProduct(transaction, id),
  );

it('adds and changes a product', async () => {
  const id = await product('Gate');
  const input = {
    id,
    supplierId: small.supplier,
    name: 'Gate 2',
    category: 'network',
    componentsComplete: true,
    componentsSource: 'Bill of materials of 1 March 2024',
    notes: 'New',
  };
  await mutate(steward, { permission, schema: productChange, input }, updateProduct);
  expect(await readProduct(steward, id)).toMatchObject({
    name: 'Gate 2',
    category: 'network',
    componentsComplete: true,
    componentsSource: 'Bill of materials of 1 March 2024',
    notes: 'New',
    supplier: { name: 'Severny Software' },
  });
});

it('takes a list of components for whole only where it is known from somewhere', async () => {
  expect(await add('Sealed', { componentsComplete: true })).toMatchObject({
    kind: 'invalid',
    fields: { componentsSource: expect.any(String) },
  });
  const open = await add('Open', { componentsSource: 'Hearsay', category: 'not_recorded' });
  if (!open.ok) throw new Error(open.message);
  expect(await readProduct(steward, open.value.id)).toMatchObject({
    category: 'not_recorded',
    componentsComplete: false,
    componentsSource: '',
  });
});

it('refuses a second product of the same name at the name', async () => {
  await product('Twin');
  expect(await add('Twin')).toMatchObject({
    kind: 'conflict',
    fields: { name: expect.any(String) },
  });
});

it('takes the headline from the supplier where the product has no facts', async () => {
  const detail = await readProductDetail(steward, await product('Plain'));
  expect(detail.origin).toMatchObject({
    headline: { country: 'RU', facet: 'headquarters' },
    facts: [],
  });
});

it('follows components down and embedding products up, through those in between', async () => {
  const [box, suite, engine] = [
    await product('Box'),
    await product('Suite'),
    await product('Engine'),
  ];
  await embed(box, suite);
  await embed(suite, engine);
  const through = (rows: { name: string; through: string }[]) =>
    rows.map((row) => [row.name, row.through]);
  expect(through((await readProductDetail(steward, box)).components)).toEqual([
    ['Suite', ''],
    ['Engine', 'Suite'],
  ]);
  expect(through((await readProductDetail(steward, engine)).embeddedIn)).toEqual([
    ['Suite', ''],
    ['Box', 'Suite'],
  ]);
  expect(await embed(engine, box)).toMatchObject({ fields: { componentId: expect.any(String) } });
  expect(await embed(box, suite)).toMatchObject({ kind: 'conflict' });
  expect(await embed(box, box)).toMatchObject({ kind: 'invalid' });
  expect(await remove(engine)).toMatchObject({ kind: 'conflict' });
  expect(await remove(box)).toMatchObject({ ok: true });
});

it('counts the deployments that each reader may see', async () => {
  const counted = async (actor: Actor) =>
    (await readProductDetail(actor, small.product)).deploymentCounts.map(
      ({ organisation, classification, count }) => `${organisation} ${classification} ${count}`,
    );
  expect(await counted(steward)).toEqual([
    'Harbour Office OFFICIAL 1',
    'Harbour Office SECRET 1',
    'Harbour Office UNSETTLED 1',
  ]);
  expect(await counted(official)).toEqual(['Harbour Office OFFICIAL 1']);
});

it('does not delete a product that runs somewhere, nor tells who sees not all whether it does', async () => {
  expect(await remove(small.product)).toMatchObject({ kind: 'conflict' });
  const [hidden, unused] = [await product('Hidden'), await product('Unused')];
  await register.owner.query(`insert into deployment (system_id, product_id) values ($1, $2)`, [
    small.systems.secret,
    hidden,
  ]);
  const removeAsOfficial = (id: string) =>
    mutate(official, { permission, schema: recordInput, input: { id } }, (transaction) =>
      removeProduct(transaction, id),
    );
  const outcome = await removeAsOfficial(hidden);
  expect(outcome).toMatchObject({ ok: false, kind: 'forbidden' });
  expect(await removeAsOfficial(unused)).toEqual(outcome);
  expect(await readProduct(steward, hidden)).not.toBeNull();
});
