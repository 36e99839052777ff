/**
 * A process that has the register in memory and nothing else, as a service has: how soon it is ready, and how much memory
 * it takes when it has decided some thousands of demands. Prints both as JSON.
 */
import '../../services/institutions/dist/collect-early.js';
import { openRegister } from './routing-register.mts';
import { clients, asked } from './routing-ask.mts';
import { demandsOf } from './routing-demands.mts';
import { seconds, worldOf } from './routing-world.mts';

const [url = '', lines, demands] = process.argv.slice(2);
const bench = await openRegister(url);
const ready = await seconds(() => bench.register.current(bench.source.manager));
const tasks = demandsOf(Number(demands), 7, worldOf(Number(lines)));
await clients(8, tasks, async (task) => {
  await bench.source.transaction(async (tx) => bench.decider.decide(tx, [await asked(bench, tx, task)]));
});
console.log(JSON.stringify({ ready, rss: process.memoryUsage().rss }));
process.exit(0);
