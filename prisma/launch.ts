import { bench } from './bench/bench.ts';
import { verifyHistory } from './history/verify.ts';
import { check } from './launch/check.ts';
import { runUntilStopped } from './launch/run-until-stopped.ts';
import { isServeMode, serveUntilStopped } from './launch/serve.ts';
import { test } from './launch/test.ts';

const [command = '', ...args] = process.argv.slice(2);

if (isServeMode(command)) {
  await runUntilStopped((stopping) => serveUntilStopped(command, stopping));
} else if (command === 'test') {
  await runUntilStopped(test);
} else if (command === 'check') {
  await runUntilStopped(check);
} else if (command === 'bench') {
  await runUntilStopped((stopping) => bench(args, stopping));
} else if (command === 'history:verify') {
  await runUntilStopped(() => verifyHistory(args));
} else {
  console.error(
    'Usage: node prisma/launch.mjs demo | start | dev | test | check | bench | history:verify',
  );
  process.exitCode = 1;
}
