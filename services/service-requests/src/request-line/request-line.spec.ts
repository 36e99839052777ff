import { dateFaults, dependencyFaults, type RequestLine } from './request-line';

const line = (key: string, ...dependsOn: string[]) => ({ key, dependsOn });

describe('dependencyFaults', () => {
  it('finds none in a chain or a diamond', () => {
    expect(dependencyFaults([line('a', 'b', 'c'), line('b', 'd'), line('c', 'd'), line('d')])).toEqual([]);
  });

  it('names the circle and points to a line on it', () => {
    const faults = dependencyFaults([line('x'), line('a', 'b'), line('b', 'c'), line('c', 'a')]);
    expect(faults).toEqual([
      {
        pointer: '/lines/1/dependsOn',
        words: { zh: '先后关系成环：a → b → c → a', en: 'the dependencies run in a circle: a → b → c → a' },
      },
    ]);
  });

  it('names a line that waits for itself', () => {
    expect(dependencyFaults([line('a', 'a')])[0]?.words.en).toContain('a → a');
  });

  it('points to keys that do not exist, and to keys used twice', () => {
    expect(dependencyFaults([line('a', 'b', 'z'), line('b'), line('a')]).map(({ pointer }) => pointer)).toEqual([
      '/lines/2/key',
      '/lines/0/dependsOn/1',
    ]);
  });
});

describe('dateFaults', () => {
  const dated = (needBy: string, plannedDate: string) => ({ key: 'a', needBy, demand: { plannedDate } }) as RequestLine;

  it('points to every date that has passed; today has not', () => {
    expect(
      dateFaults('2026-11-21', [dated('2026-11-22', '2026-11-20')], '2026-11-22').map(({ pointer }) => pointer),
    ).toEqual(['/needBy', '/lines/0/demand/plannedDate']);
  });
});
