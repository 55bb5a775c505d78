import {
  derivedColumns,
  type Field,
  type FieldName,
  fieldNames,
  fields,
  fieldsOf,
  isRequired,
} from './fields';
import type { ImportKind } from './kinds';

/** Where the fields of a file are read from. */
export interface Mapping {
  /** Header cell per field. */
  columns: Partial<Record<FieldName, string>>;
  /** Text that stands for every line, for fields that the file has no column for. */
  values: Partial<Record<FieldName, string>>;
  /** Words for countries, in capitals, that a person has let stand for a code. */
  accepted: Record<string, string>;
}

export const emptyMapping: Mapping = { columns: {}, values: {}, accepted: {} };

/** The header with each cell once: a blank one gets its place as name, a repeated one a number. */
export function uniqueHeader(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.trim() || `Column ${index + 1}`;
    let unique = name;
    for (let count = 2; seen.has(unique); count += 1) unique = `${name} (${count})`;
    seen.add(unique);
    return unique;
  });
}

/** 'vendorProject', 'Vendor project' and 'VENDOR_PROJECT' are one name. */
function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function namesOf(name: FieldName): string[] {
  const { label, aliases } = fields[name] as Field;
  return [name, label, ...aliases].map(nameKey);
}

/**
 * A column for each field that one seems meant for. A field's own name goes before its label, and
 * that before its further names; no column is given to two fields.
 */
export function suggestColumns(header: readonly string[], kind: ImportKind): Mapping['columns'] {
  const candidates = fieldsOf(kind).flatMap((field) =>
    namesOf(field).map((name, place) => ({ field, name, place })),
  );
  const columns: Mapping['columns'] = {};
  const taken = new Set<string>();
  for (const { field, name } of candidates.sort((a, b) => a.place - b.place)) {
    const column = header.find((cell) => nameKey(cell) === name);
    if (column === undefined || taken.has(column) || columns[field] !== undefined) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

const kindsByDemand = ['inventory', 'deployments', 'systems', 'products', 'suppliers'] as const;

/** The most demanding kind of file whose required fields all seem to be there. */
export function suggestKind(header: readonly string[]): ImportKind {
  const isServed = (kind: ImportKind) => {
    const columns = suggestColumns(header, kind);
    return fieldsOf(kind).every((field) => !isRequired(field, kind) || columns[field]);
  };
  return kindsByDemand.find(isServed) ?? 'inventory';
}

export interface UnreadColumns {
  /** They follow from other columns. */
  derived: string[];
  /** No field is read from them. */
  unknown: string[];
}

export function unreadColumns(header: readonly string[], mapping: Mapping): UnreadColumns {
  const read = new Set(Object.values(mapping.columns));
  const derivedKeys = derivedColumns.map(nameKey);
  const unread = header.filter((cell) => !read.has(cell));
  return {
    derived: unread.filter((cell) => derivedKeys.includes(nameKey(cell))),
    unknown: unread.filter((cell) => !derivedKeys.includes(nameKey(cell))),
  };
}

/** Whether a saved mapping can be used for a file with this header. */
export function fitsHeader(mapping: Mapping, header: readonly string[]): boolean {
  const used = Object.values(mapping.columns);
  return used.length > 0 && used.every((column) => header.includes(column));
}

/** What is wrong with a mapping for a kind of file, by field; empty when nothing is. */
export function mappingProblems(
  mapping: Mapping,
  kind: ImportKind,
  header: readonly string[],
): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  const usedBy = new Map<string, FieldName>();
  for (const name of fieldNames) {
    const column = mapping.columns[name];
    const value = mapping.values[name];
    const isForKind = fieldsOf(kind).includes(name);
    if (column === undefined && value === undefined) {
      if (isRequired(name, kind))
        problems[name] =
          `${fields[name].label} is needed on every line: choose the column that holds it.`;
    } else if (!isForKind) {
      problems[name] = 'This kind of file does not carry it.';
    } else if (column !== undefined) {
      const other = usedBy.get(column);
      if (!header.includes(column)) problems[name] = `The file has no column “${column}”.`;
      else if (other) problems[name] = `The column is already read as ${fields[other].label}.`;
      usedBy.set(column, name);
    } else if (value !== undefined) {
      const reading = fields[name].read(value.trim());
      if (value.trim() === '') problems[name] = 'Enter a value, or none at all.';
      else if (!reading.ok) problems[name] = reading.reason;
    }
  }
  return problems;
}
