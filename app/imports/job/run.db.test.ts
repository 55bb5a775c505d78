import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { acceptSuggestions, requestApplying } from '../data';
import { apply, change, finish, rehearse, take, undo } from '../import.fixture';
import { undoBlockers } from '../undo/data';
import { importWorker } from './run';

let register: TestRegister;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
});

afterAll(() => register.close());

const inventory = [
  'supplier,country_of_origin,product,product_category,version,organisation,system,classification,marking,installations,owner',
  'Severny Software,RU,Severny Anti-Virus,antivirus,11.2,Harbour Office,Post room,OFFICIAL,SENSITIVE,40,A. Quay',
  'Severny Software,RU,Severny Anti-Virus,antivirus,11.2,Harbour Office,Chart room,SECRET,,12,B. Pier',
  '"Lantern, Inc.",US,Lantern Gate,firewall,3,Harbour Office,Chart room,SECRET,,1,B. Pier',
].join('\n');

describe('an inventory', () => {
  it('is rehearsed without a change, then written as a whole', async () => {
    const rehearsed = await rehearse(steward, inventory);
    expect(rehearsed).toMatchObject({
      state: 'rehearsed',
      problemCount: 0,
      lineCount: 3,
      accessRank: 2,
      problems: [],
    });
    expect(rehearsed.counts).toMatchObject({
      supplier: { new: 2, changed: 0, unchanged: 0 },
      deployment: { new: 3, changed: 0, unchanged: 0 },
    });
    const before = await register.owner.query('select from supplier');
    expect(before.rowCount).toBe(0);
    const applied = await apply(steward, rehearsed.id);
    expect(applied).toMatchObject({ state: 'applied', message: '' });
    const { rows } = await register.owner.query(
      `select supplier, country_of_origin, origin_facet, origin_source, product, version, system, classification, marking, installations, owner
       from register_entry where valid_to = 'infinity' order by supplier, system`,
    );
    expect(rows).toEqual([
      {
        supplier: 'Lantern, Inc.',
        country_of_origin: 'US',
        origin_facet: 'headquarters',
        origin_source: 'file.csv',
        product: 'Lantern Gate',
        version: '3',
        system: 'Chart room',
        classification: 'SECRET',
        marking: '',
        installations: 1,
        owner: 'B. Pier',
      },
      {
        supplier: 'Severny Software',
        country_of_origin: 'RU',
        origin_facet: 'headquarters',
        origin_source: 'file.csv',
        product: 'Severny Anti-Virus',
        version: '11.2',
        system: 'Chart room',
        classification: 'SECRET',
        marking: '',
        installations: 12,
        owner: 'B. Pier',
      },
      {
        supplier: 'Severny Software',
        country_of_origin: 'RU',
        origin_facet: 'headquarters',
        origin_source: 'file.csv',
        product: 'Severny Anti-Virus',
        version: '11.2',
        system: 'Post room',
        classification: 'OFFICIAL',
        marking: 'SENSITIVE',
        installations: 40,
        owner: 'A. Quay',
      },
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await rehearse(steward, inventory, { name: 'again.csv' });
    expect(again).toMatchObject({ state: 'rehearsed', lineCount: 3, problemCount: 0 });
    for (const counts of Object.values(again.counts))
      expect(counts).toMatchObject({ new: 0, changed: 0 });
  });

  it('is undone in one step', async () => {
    const { rows } = await register.owner.query(
      `select id from import_batch where state = 'applied'`,
    );
    const undone = await undo(steward, rows[0].id);
    expect(undone).toMatchObject({ state: 'undone', message: '' });
    for (const table of [
      'supplier',
      'product',
      'system',
      'organisation',
      'deployment',
      'origin_fact',
      'origin_headline',
    ]) {
      const { rowCount } = await register.owner.query(`select from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    await take(steward, inventory);
  });
});

describe('a rehearsal', () => {
  it('names every bad cell by line and column, and takes the good ones in account', async () => {
    const rehearsed = await rehearse(
      steward,
      [
        'Lieferant;Land;Produkt;Behörde;System;Stufe;Anzahl;Stand',
        'Ünal Yazılım;TR;Kale;Hafenamt;S1;SECRET;3;in use',
        '"Zwei',
        'Zeilen";Atlantis;Kale;Hafenamt;S2;GEHEIM;drei;in_use',
        'Mast GmbH;UK;;Hafenamt;S3;COSY;;broken',
        'Mast GmbH;DE',
        'Mast "GmbH";DE;Topp;Hafenamt;S4;OFFICIAL;1;',
      ].join('\r\n'),
      {
        kind: 'inventory',
        columns: {
          supplier: 'Lieferant',
          country_of_origin: 'Land',
          product: 'Produkt',
          organisation: 'Behörde',
          system: 'System',
          classification: 'Stufe',
          installations: 'Anzahl',
          status: 'Stand',
        },
      },
    );
    expect(rehearsed).toMatchObject({
      state: 'rehearsed',
      delimiter: ';',
      lineEnd: 'CRLF',
      lineCount: 5,
      problemCount: 9,
      rejectedCount: 4,
      accessRank: 3,
    });
    const cells = rehearsed.problems.map(({ line, column, value }) => [line, column, value]);
    expect(cells).toEqual([
      [3, 'Lieferant', 'Zwei\r\nZeilen'],
      [3, 'Land', 'Atlantis'],
      [3, 'Anzahl', 'drei'],
      [5, 'Land', 'UK'],
      [5, 'Produkt', ''],
      [5, 'Stufe', 'COSY'],
      [5, 'Stand', 'broken'],
      [6, '', ''],
      [7, '', ''],
    ]);
    expect(rehearsed.mapping.suggested).toEqual({ UK: 'GB' });
    expect(rehearsed.counts.deployment).toEqual({ new: 1, changed: 0, unchanged: 0 });
    await expect(apply(steward, rehearsed.id)).rejects.toThrow(/has problems/);
  });

  it('takes a suggested country once a person accepts it', async () => {
    const file = 'supplier,country\nMoor Ltd,UK\nHeath Ltd,uk\n';
    const { id, problemCount } = await rehearse(steward, file);
    expect(problemCount).toBe(2);
    await change(steward, (transaction) => acceptSuggestions(transaction, steward, id));
    expect(await finish(steward, id)).toMatchObject({ state: 'rehearsed', problemCount: 0 });
    await apply(steward, id);
    const { rows } = await register.owner.query(
      `select country from origin_fact f join supplier s on s.id = f.supplier_id where s.name = 'Moor Ltd'`,
    );
    expect(rows).toEqual([{ country: 'GB' }]);
  });

  it('finds lines that contradict each other, and names both', async () => {
    const { problems } = await rehearse(
      steward,
      [
        'supplier,country,product,category,organisation,system,classification,version,count',
        'Fen Ltd,GB,Sluice,network,Fen Board,Pumps,OFFICIAL,1,5',
        'Fen Ltd,GB,Sluice,network,Fen Board,Pumps,SECRET,2,5',
        'Fen Ltd,FR,Sluice,firewall,Fen Board,Gates,OFFICIAL,1,5',
        'Fen Ltd,GB,Sluice,network,Fen Board,Gates,OFFICIAL,1,6',
        'Fen Ltd,GB,Sluice,network,Fen Board,Gates,OFFICIAL,1,5',
      ].join('\n'),
    );
    expect(problems).toEqual([
      {
        line: 3,
        column: 'classification',
        value: 'SECRET',
        reason: 'Line 2 says “OFFICIAL” for the same system.',
      },
      {
        line: 4,
        column: 'country',
        value: 'FR',
        reason: 'Line 2 says “GB” for the same facet of origin.',
      },
      {
        line: 4,
        column: 'category',
        value: 'firewall',
        reason: 'Line 2 says “network” for the same product.',
      },
      { line: 5, column: 'count', value: '6', reason: 'Line 4 says “5” for the same deployment.' },
    ]);
  });

  it('merges lines that repeat each other', async () => {
    const { counts, problems } = await rehearse(
      steward,
      'supplier,product\nDune BV,Marram\nDune BV,Marram\nDune BV,Sedge\n',
    );
    expect(problems).toEqual([]);
    expect(counts).toMatchObject({ supplier: { new: 1 }, product: { new: 2 } });
  });

  it('refuses deployments of what the register does not have', async () => {
    const { problems } = await rehearse(
      steward,
      'supplier,product,organisation,system\nSeverny Software,Unheard Of,Harbour Office,Boiler room\n',
    );
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'product', 'Unheard Of'],
      [2, 'system', 'Boiler room'],
    ]);
  });

  it('refuses what the person is not cleared for', async () => {
    const official = await register.person('Clerk', ['data_steward'], { rank: 1 });
    const { problems } = await rehearse(
      official,
      'organisation,system,classification\nHarbour Office,Desk,OFFICIAL\nHarbour Office,Vault,TOP SECRET\n',
    );
    expect(problems).toEqual([
      {
        line: 3,
        column: 'classification',
        value: 'TOP SECRET',
        reason: 'You are cleared up to OFFICIAL only.',
      },
    ]);
  });

  it('reads Windows-1252 with lone carriage returns', async () => {
    const bytes = Buffer.from('supplier,country\rCafé Réseau,FR\r', 'latin1');
    const rehearsed = await rehearse(steward, bytes);
    expect(rehearsed).toMatchObject({ encoding: 'windows-1252', lineEnd: 'CR', problems: [] });
    await apply(steward, rehearsed.id);
    const { rowCount } = await register.owner.query(
      `select from supplier where name = 'Café Réseau'`,
    );
    expect(rowCount).toBe(1);
  });
});

describe('applying', () => {
  it('changes only what the file states, and keeps the rest', async () => {
    await take(
      steward,
      'supplier,product,organisation,system,classification,version,count,owner\nWeir AG,Lock,Canal Trust,Basin,OFFICIAL,1,7,C. Tow\n',
    );
    const changed = await take(
      steward,
      'supplier,product,organisation,system,classification,version,count,owner\nWeir AG,Lock,Canal Trust,Basin,SECRET,1,,D. Rope\n',
    );
    expect(changed.counts).toMatchObject({
      system: { changed: 1 },
      deployment: { changed: 1 },
      product: { unchanged: 1 },
    });
    const { rows } = await register.owner.query(
      `select classification, installations, owner from register_entry where product = 'Lock' and valid_to = 'infinity'`,
    );
    expect(rows).toEqual([{ classification: 'SECRET', installations: 7, owner: 'D. Rope' }]);
  });

  it('leaves a classification that a person has settled', async () => {
    const file = 'organisation,system,classification\nCanal Trust,Archive,NATO CONFIDENTIAL\n';
    await take(steward, file);
    await register.owner.query(
      `update system set classification = 'SECRET' where name = 'Archive'`,
    );
    const { counts } = await rehearse(steward, file);
    expect(counts.system).toEqual({ new: 0, changed: 0, unchanged: 1 });
  });

  it('does all or nothing: a register that changed since the rehearsal refuses it', async () => {
    const { id } = await rehearse(steward, 'supplier,product\nTarn SA,Beck\nTarn SA,Ghyll\n');
    await register.owner.query(
      `insert into supplier (name, name_key) values ('Tarn S.A.', 'tarn')`,
    );
    const refused = await apply(steward, id);
    expect(refused.state).toBe('rehearsed');
    expect(refused.message).toMatch(/changed nothing.*Rehearse again/);
    const { rowCount } = await register.owner.query(
      `select from product where name in ('Beck', 'Ghyll')`,
    );
    expect(rowCount).toBe(0);
  });

  it('happens once when two processes take the job, and is found when its process died', async () => {
    const { id } = await rehearse(steward, 'supplier,product\nMarsh Ltd,Reed\n');
    await change(steward, (transaction) =>
      requestApplying(transaction, steward, { id, asApprover: false }),
    );
    expect(await importWorker.unfinished()).toContainEqual({ id, actorId: steward.id });
    await Promise.all([1, 2].map(() => importWorker.run({ id, actorId: steward.id })));
    expect(await importWorker.unfinished()).not.toContainEqual({ id, actorId: steward.id });
    const { rows } = await register.owner.query(
      `select count(*)::integer as acts from history_event where action = 'import' and entity_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ acts: 1 }]);
  });

  it('embeds components by name, and asks which where several have it', async () => {
    await take(steward, 'supplier,product\nBrook Ltd,Engine\nRill Ltd,Engine\n');
    const file = (component: string) =>
      `supplier,product,components\nSpring Ltd,Fountain,${component}\n`;
    const ambiguous = await rehearse(steward, file('Engine'));
    expect(ambiguous.problems).toMatchObject([{ line: 2, column: 'components', value: 'Engine' }]);
    const applied = await take(steward, file('Rill Ltd: Engine'));
    expect(applied.counts.product_component).toEqual({ new: 1, changed: 0, unchanged: 0 });
  });

  it('takes a list of components for whole where the file says by which source', async () => {
    const known = async () => {
      const { rows } = await register.owner.query(
        `select category, components_complete, components_source from product where name = 'Well'`,
      );
      return rows[0];
    };
    const open = { category: 'web', components_complete: false, components_source: '' };
    await take(steward, 'supplier,product,category\nSpring Ltd,Well,web\n');
    expect(await known()).toEqual(open);
    const file = (source: string) =>
      `supplier,product,components_source\nSpring Ltd,Well,${source}\n`;
    const { id } = await take(steward, file('Bill of materials 7'));
    const whole = { ...open, components_complete: true, components_source: 'Bill of materials 7' };
    expect(await known()).toEqual(whole);
    const again = await rehearse(steward, file('Bill of materials 7'));
    expect(again.counts.product).toEqual({ new: 0, changed: 0, unchanged: 1 });
    const unsaid = await rehearse(steward, 'supplier,product\nSpring Ltd,Well\n');
    expect(unsaid.counts.product).toEqual({ new: 0, changed: 0, unchanged: 1 });
    expect(await known()).toEqual(whole);
    const contradictory = await rehearse(steward, `${file('One list')}Spring Ltd,Well,Another\n`);
    expect(contradictory.problems).toMatchObject([{ line: 3, column: 'components_source' }]);
    await undo(steward, id);
    expect(await known()).toEqual(open);
  });
});

describe('undoing', () => {
  it('gives changed rows their former values back', async () => {
    await take(
      steward,
      'organisation,system,classification,purpose\nPort Trust,Crane,OFFICIAL,defence\n',
    );
    const snapshot = async () =>
      (
        await register.owner.query(
          `select name, classification, markings, purposes, owner from system order by name`,
        )
      ).rows;
    const before = await snapshot();
    const { id } = await take(
      steward,
      'organisation,system,classification,marking,system_owner\nPort Trust,Crane,SECRET,UK EYES ONLY,E. Jib\nPort Trust,Dock,SECRET,,\n',
    );
    expect(await snapshot()).not.toEqual(before);
    expect(await undo(steward, id)).toMatchObject({ state: 'undone' });
    expect(await snapshot()).toEqual(before);
  });

  it('is refused while anything else has touched its rows, and says which', async () => {
    const { id } = await take(steward, 'supplier,product\nLoch plc,Burn\nLoch plc,Force\n');
    await register.owner.query(`update product set category = 'web' where name = 'Force'`);
    await register.owner.query(
      `insert into product (supplier_id, name) select id, 'By hand' from supplier where name = 'Loch plc'`,
    );
    const refused = await undo(steward, id);
    expect(refused.state).toBe('applied');
    expect(refused.message).toMatch(/changed nothing/);
    const found = await undoBlockers(steward, id);
    expect(found.map(({ entity, name, reason }) => [entity, name, reason])).toEqual([
      ['product', 'By hand', 'Refers to a supplier that the import brought.'],
      ['product', 'Force', 'Changed since.'],
    ]);
    const { rowCount } = await register.owner.query(
      `select from product p join supplier s on s.id = p.supplier_id where s.name = 'Loch plc'`,
    );
    expect(rowCount).toBe(3);
  });

  it('takes back the origin of products of suppliers that stay', async () => {
    await take(steward, 'supplier,country\nGlen Ltd,GB\n');
    const headlines = async () =>
      (await register.owner.query('select from origin_headline')).rowCount;
    const before = await headlines();
    const { id } = await take(steward, 'supplier,product\nGlen Ltd,Strath\n');
    expect(await headlines()).toBe(Number(before) + 1);
    await undo(steward, id);
    expect(await headlines()).toBe(before);
  });
});
