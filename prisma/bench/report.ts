import { cpus, totalmem } from 'node:os';
import type { Figures, Measure, Unit } from './figures.ts';

/** Measures by the number of deployments of the register that they were taken on. */
export type Report = {
  machine: string;
  node: string;
  sizes: { rows: number; measures: Measure[] }[];
};

export function machineWords(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${gigabytes} GB`;
}

/** The report as lines of a table. */
export function reportLines({ machine, node, sizes }: Report): string[] {
  return [
    `${machine}; Node ${node}. Medians with least and most, and the 95th of a hundred.`,
    ...sizes.flatMap(({ rows, measures }) => [
      '',
      `${rows.toLocaleString('en')} deployments`,
      ...tableOf(measures),
    ]),
  ];
}

export function tableOf(measures: readonly Measure[]): string[] {
  return aligned([heads, ...measures.map(cells)]);
}

const heads = ['measure', 'median', 'least – most', 'p95', 'runs', 'against the limit', 'target'];

function cells({ name, unit, figures, limits, target }: Measure): string[] {
  const against = limits.map(
    (limit) =>
      `${(figures.median / limit.figures.median).toFixed(1)} × ${limit.name} (${words(limit.figures, unit)})`,
  );
  return [
    name,
    amount(figures.median, unit),
    `${amount(figures.min, unit)} – ${amount(figures.max, unit)}`,
    amount(figures.p95, unit),
    String(figures.runs),
    against.join('; '),
    target
      ? `${target.words} ${target.found.toFixed(1)} of ${target.most}: ${target.found <= target.most ? 'met' : 'MISSED'}`
      : '',
  ];
}

function words(figures: Figures, unit: Unit): string {
  return amount(figures.median, unit);
}

function amount(value: number, unit: Unit): string {
  if (value === Number.POSITIVE_INFINITY) return 'no answer';
  if (unit === 'ms' && value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
