/** Searches as people make them, sent by some clients that each wait for their answer. */
import { Agent, get } from 'node:http';
import { countOf, draws, ENGLISH, KINDS, OBJECTS, PROPERTIES, type Draw } from './register.mts';

export type Queries = Readonly<Record<string, (draw: Draw, rows: number) => string>>;
/** Milliseconds of every search, by kind. */
export type Times = ReadonlyMap<string, readonly number[]>;

const one = (list: readonly string[], draw: Draw) => list[draw(list.length)]!;

export const QUERIES: Queries = {
  'dirty number': (draw, rows) => `q=ＧＢ／T${1000 + draw(countOf('GB/T', rows))}`,
  prefix: (draw) => `q=JB/T ${10 + draw(90)}`,
  'one Chinese word': (draw) => `q=${one(OBJECTS, draw)}`,
  'Chinese words': (draw) => `q=${one(OBJECTS, draw)}${one(PROPERTIES, draw)}${one(KINDS, draw)}`,
  'English words': (draw) => `q=${one(ENGLISH, draw)} ${one(ENGLISH, draw)}`,
  'class and status': (draw) => `ics=${10 + draw(80)}.${draw(2) ? '110' : '010'}&status=in-force`,
  'words, status on a day': (draw) => `q=${one(OBJECTS, draw)}${one(KINDS, draw)}&status=withdrawn&on=2020-01-01`,
  'words of a rare title': (draw) => `q=${String.fromCodePoint(0x4e00 + draw(6000), 0x4e00 + draw(6000))}`,
};

export interface SearchLoad {
  readonly address: string;
  /** Standards in the library. */
  readonly rows: number;
  readonly queries: Queries;
}

export async function search(load: SearchLoad, clients: number, each: number): Promise<Times> {
  const times = new Map(Object.keys(load.queries).map((name) => [name, [] as number[]]));
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const client = async (seed: number) => {
    const draw = draws(seed);
    for (let n = 0; n < each; n += 1)
      for (const [name, query] of Object.entries(load.queries)) {
        const url = `${load.address}/api/standards/v1/public/standards?${encodeURI(query(draw, load.rows))}`;
        const started = performance.now();
        await ask(url, agent);
        times.get(name)!.push(performance.now() - started);
      }
  };
  await Promise.all(Array.from({ length: clients }, (_, at) => client(at + 1)));
  agent.destroy();
  return times;
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
      answer.resume();
    }).once('error', reject);
  });
}
