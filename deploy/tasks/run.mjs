// `node deploy/tasks/run.mjs <file.mts> …`: makes sure the project is installed and built, then runs the file.
import { ensureBuilt, ensureInstalled, handOver } from './ensure.mjs';

const [file, ...args] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();
handOver(file, args);
