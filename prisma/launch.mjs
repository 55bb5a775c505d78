// Runs on whatever Node the machine has, before anything is installed: nothing but Node's own
// modules may be imported here. It installs what is missing, then hands over to launch.ts on
// the Node that the installation brought.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const ownNode = join(modules, '.bin', 'node');
const [command = ''] = process.argv.slice(2);
const parent = process.ppid;

Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' });

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  await end(1, `Node 20.19 or later is needed to start; this is ${process.version}.`);
}

if (!isInstalled()) {
  console.log('Installing packages …');
  const status = await run(...npmCi());
  if (status !== 0 || !isInstalled()) {
    await end(status || 1, 'The packages could not be installed; npm says why above.');
  }
}

// launch.ts says when it has printed the summary of `test`, so that the line is never missing.
let summed = false;
const status = await run(ownNode, [join(root, 'prisma', 'launch.ts'), ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  onMessage: (message) => {
    summed ||= message === 'summed';
  },
});
await end(status);

async function end(status, message) {
  if (message) console.error(message);
  if (command === 'test' && !summed) console.log('0 passed, 1 failed');
  process.exit(status);
}

/** Whether node_modules holds exactly what the lock file says, by npm's own record of it. */
function isInstalled() {
  try {
    accessSync(ownNode, constants.X_OK);
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const found = packagesOf(join(modules, '.package-lock.json'));
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const installed = found[path];
      // Optional packages for other systems are left out.
      return installed ? installed.version === entry.version : entry.optional === true;
    });
  } catch {
    return false;
  }
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** @returns {[string, string[], object]} */
function npmCi() {
  const foreign = (path) => path && existsSync(path) && !path.startsWith(modules + sep);
  // Not the node of node_modules, which `npm ci` removes while it runs.
  const node = [process.env.npm_node_execpath, process.execPath].find(foreign);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = {
    ...process.env,
    PATH: (process.env.PATH ?? '')
      .split(delimiter)
      .filter((folder) => !folder.startsWith(modules))
      .join(delimiter),
    // Any executable will do: Prisma then fetches none from its own host.
    PRISMA_SCHEMA_ENGINE_BINARY: node ?? '/bin/sh',
  };
  return node && foreign(npm) ? [node, [npm, ...args], { env }] : ['npm', args, { env }];
}

/** Whether npm, which started this process in place of its shell, was killed. */
function npmHasEnded() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}

/**
 * Runs a program in a group of its own and resolves to its exit status. Ctrl-C in a terminal
 * reaches this process more than once, from the terminal and from npm; the program gets it once.
 */
function run(file, args, { onMessage, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', detached: true, ...options });
    let forwarded = 0;
    const forward = (signal) => {
      if (Date.now() - forwarded < 1000) return;
      forwarded = Date.now();
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const watch = setInterval(() => npmHasEnded() && forward('SIGTERM'), 500);
    if (onMessage) child.on('message', onMessage);
    const finish = (code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${file} did not start: ${error.message}`);
      finish(1);
    });
    child.on('exit', (code, signal) => {
      if (signal) console.error(`Ended by ${signal}.`);
      finish(code ?? 1);
    });
  });
}
