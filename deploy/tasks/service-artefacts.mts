/** Each service's openapi.json and schema.sql, written by the service itself into a folder that goes away. */
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@qi/embedded';
import { services } from '../local/services.mts';
import { node, root, run } from './ensure.mjs';

export interface Artefact {
  readonly path: string;
  readonly text: string;
}

export async function serviceArtefacts(): Promise<Artefact[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qi-generate-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  const env = { ...process.env, QI_POSTGRES_URL: postgres.url };
  const write = async (service: string, verb: string, file: string): Promise<Artefact> => {
    const out = join(folder, `${service}-${file}`);
    await run(node, [join(root, 'services', service, 'dist/main.js'), verb, out], { env, quiet: true });
    return { path: `services/${service}/${file}`, text: readFileSync(out, 'utf8') };
  };
  try {
    const artefacts: Artefact[] = [];
    for (const { name } of services)
      artefacts.push(
        ...(await Promise.all([
          write(name, '--write-openapi', 'openapi.json'),
          write(name, '--write-schema', 'schema.sql'),
        ])),
      );
    return artefacts;
  } finally {
    await postgres.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
