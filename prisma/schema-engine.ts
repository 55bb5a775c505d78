import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { sqlError } from './sql-error.ts';

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
type SchemaEngine = Awaited<ReturnType<Bindings['SchemaEngine']['new']>>;

/**
 * Runs `work` with Prisma's schema engine, compiled to WebAssembly: the command line of Prisma
 * would fetch a binary from its own host, which a closed network does not reach.
 * `nameOfScript` says in errors where a script came from.
 */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
  nameOfScript: (script: string) => string = () => 'script',
): Promise<Result> {
  await load();
  // One session, closed at the end: the engine leaves its advisory lock to the session's end.
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 30_000 });
  pool.on('error', () => {}); // the query under way reports it
  const scriptErrors: Error[] = [];
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(
      wholeScripts(new PrismaPg(pool), (script, error) => {
        scriptErrors.push(sqlError(nameOfScript(script), script, error));
      }),
    );
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    // The engine's own error says only that a script failed.
    throw scriptErrors[0] ?? error;
  } finally {
    await pool.end();
  }
}

let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= (async () => {
    const path = createRequire(import.meta.url).resolve(
      '@prisma/schema-engine-wasm/schema_engine_bg',
    );
    const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': withIdleTimers(bindings as unknown as WebAssembly.ModuleImports),
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loading;
}

/** The engine leaves a timer of ten seconds behind, for which the process would wait to end. */
function withIdleTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const isTimer = (name: string) => name.startsWith('__wbg_setTimeout_');
  return Object.fromEntries(
    Object.entries(imports).map(([name, value]) => {
      if (!isTimer(name)) return [name, value];
      const start = value as (...args: unknown[]) => NodeJS.Timeout;
      return [name, (...args: unknown[]) => start(...args).unref()];
    }),
  );
}

/**
 * The adapter splits a script at every semicolon, also inside the body of a function. Sent as
 * one query instead, a migration also takes effect as a whole or not at all.
 */
function wholeScripts(
  factory: PrismaPg,
  onError: (script: string, error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        try {
          await adapter.underlyingDriver().query(script);
        } catch (error) {
          onError(script, error);
          throw error;
        }
      };
      return adapter;
    },
  };
}
