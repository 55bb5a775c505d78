import { check } from './launch/check.ts';
import { runUntilStopped } from './launch/run-until-stopped.ts';
import { isServeMode, serveUntilStopped } from './launch/serve.ts';
import { test } from './launch/test.ts';

const [command = ''] = process.argv.slice(2);

if (isServeMode(command)) {
  await runUntilStopped((stopping) => serveUntilStopped(command, stopping));
} else if (command === 'test') {
  await runUntilStopped(test);
} else if (command === 'check') {
  await runUntilStopped(check);
} else {
  console.error('Usage: node prisma/launch.mjs demo | start | dev | test | check');
  process.exitCode = 1;
}
