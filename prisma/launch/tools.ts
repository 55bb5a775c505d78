import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const root = dirname(dirname(import.meta.dirname));
const modules = join(root, 'node_modules');

/** The command-line tools that we run, by the file that Node runs. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  prisma: 'prisma/build/index.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

export type Tool = keyof typeof tools;

/** The arguments by which this process's Node runs `tool`. */
export function toolArguments(tool: Tool, args: readonly string[]): string[] {
  return [join(modules, tools[tool]), ...args];
}

/** The environment for tools: Node of node_modules first, nothing fetched, nothing reported. */
export function toolEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    // Any executable will do: Prisma then fetches no engine from its own host.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    ...extra,
  };
}

export type ToolResult = { ok: true; output: string } | { ok: false; output: string; why: string };

export type ToolOptions = {
  /** Milliseconds after which the tool and all it started are killed. */
  timeout: number;
  stopping: AbortSignal;
  environment?: Record<string, string>;
  /** Print what it says while it runs, instead of returning it. */
  show?: boolean;
};

export function runTool(
  tool: Tool,
  args: readonly string[],
  options: ToolOptions,
): Promise<ToolResult> {
  return runProgram(process.execPath, toolArguments(tool, args), options);
}

/** Runs a program to its end in a process group of its own, which is killed as a whole. */
export function runProgram(
  file: string,
  args: readonly string[],
  { timeout, stopping, environment, show = false }: ToolOptions,
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: toolEnvironment(environment),
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    let why: string | undefined;
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const kill = (reason: string) => {
      why ??= reason;
      killGroup(child.pid, 'SIGKILL');
    };
    const onStop = () => kill('stopped');
    const timer = setTimeout(kill, timeout, `took longer than ${timeout / 60_000} minutes`);
    stopping.addEventListener('abort', onStop, { once: true });
    if (stopping.aborted) onStop();
    const finish = (result: ToolResult) => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', onStop);
      resolve(result);
    };
    child.once('error', (error) => finish({ ok: false, output, why: error.message }));
    child.once('close', (code, signal) => {
      if (code === 0 && !why) finish({ ok: true, output });
      else finish({ ok: false, output, why: why ?? `ended with ${code ?? signal}` });
    });
  });
}

export function killGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
