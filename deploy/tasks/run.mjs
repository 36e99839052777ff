// `node deploy/tasks/run.mjs <file.mts> …`: makes sure the project is installed and built, then runs the file.
import { ensureBuilt, ensureInstalled, ensureServicesBuilt, handOver } from './ensure.mjs';

const [file, ...args] = process.argv.slice(2);
await ensureInstalled();
if (file === 'deploy/tasks/generate.mts') await ensureServicesBuilt();
else await ensureBuilt();
handOver(file, args);
