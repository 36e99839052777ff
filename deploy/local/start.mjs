import { ensureBuilt, ensureInstalled, handOver } from '../tasks/ensure.mjs';

await ensureInstalled();
await ensureBuilt();
handOver('deploy/local/platform.mts', process.argv.slice(2));
