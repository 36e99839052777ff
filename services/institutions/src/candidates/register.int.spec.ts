import { aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, admitted, api, aScopeLine, coordinatorOf, institutions } from '../../test/institutions';
import { migrations } from '../data-source';
import type { RegisterColumns } from './register-columns';
import type { ImageTerm } from './register-image';
import { RegisterQueries } from './register.queries';

let service: TestService;
let register: RegisterQueries;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
  register = service.app.get(RegisterQueries, { strict: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, outbox cascade'));

const post = (path: string, body: object, as = administrator) => service.http.post(`${api}${path}`, body, { as });
const current = () => register.current(service.dataSource.manager);
const epochs = (id: string) =>
  service.dataSource.query<{ epoch: string; until_epoch: string | null; terms: ImageTerm[] }[]>(
    'select epoch, until_epoch, terms from institution_image where institution_id = $1 order by epoch',
    [id],
  );

/** Who holds the parameter of the tricycle by some edition of the standard. */
function heldBy(columns: RegisterColumns, parameter: string): string[] {
  const found = columns.keys
    .of('GB/T 14747', '儿童三轮车')
    .filter((key) => columns.keys.parameterOf(key) === parameter);
  return found.flatMap((key) =>
    [...columns.held(key)].map((term) => columns.ids[columns.institutionOf[columns.siteOf[term] ?? 0] ?? 0] ?? ''),
  );
}

describe('the image of an institution', () => {
  it('is drawn once by a transaction that changes it, and by none that changes nothing of it', async () => {
    const { id, siteId } = await admitted(service, aUscc(), [{ parameter: '稳定性' }, { parameter: '锐边' }]);
    const before = await epochs(id);
    await post(
      `/institutions/${id}/scope-lines`,
      { lines: [aScopeLine(siteId, { parameter: '小零件' })] },
      coordinatorOf(id),
    );
    expect(await epochs(id)).toEqual(before);
    expect(before.filter(({ until_epoch }) => until_epoch === null)).toHaveLength(1);
  });

  it('reckons a line no better than the certificate it stands on', async () => {
    const { id } = await admitted(service, aUscc(), [{ certNo: 'C1' }]);
    const certificate = {
      ...{ scheme: 'CMA', number: 'C1', issuer: '省局', issuedOn: '2026-11-01' },
      ...{ validFrom: '2026-11-05', validTo: '2030-01-01' },
    };
    const { body } = await service.http.post<{ id: string }>(`${api}/institutions/${id}/qualifications`, certificate, {
      as: administrator,
    });
    await post(`/qualifications/${body.id}/activate`, {});
    const terms = (await epochs(id)).at(-1)?.terms;
    expect(terms?.map(([, , status, , from, to]) => [status, from, to])).toEqual([
      ['active', '2026-11-05', '2030-01-01'],
    ]);
    await post(`/qualifications/${body.id}/suspend`, { reason: '整改' });
    expect((await epochs(id)).at(-1)?.terms.map(([, , status, reason]) => [status, reason])).toEqual([
      ['suspended', '整改'],
    ]);
  });
});

describe('the register in memory', () => {
  it('is what is committed, whoever changed it and how', async () => {
    const first = await admitted(service, aUscc(), [{ parameter: '稳定性' }]);
    expect(heldBy((await current()).columns, '稳定性')).toEqual([first.id]);
    const second = await admitted(service, aUscc(), [{ parameter: '稳定性' }, { parameter: '新参数' }]);
    const { columns } = await current();
    expect(heldBy(columns, '稳定性').sort()).toEqual([first.id, second.id].sort());
    expect(heldBy(columns, '新参数')).toEqual([second.id]);
    const lines = await service.dataSource.query<{ id: string }[]>(
      'select id from scope_line where institution_id = $1',
      [first.id],
    );
    await post(`/scope-lines/${lines[0]?.id}/withdraw`, { reason: '不再开展' });
    expect(heldBy((await current()).columns, '稳定性')).toEqual([second.id]);
    await service.dataSource.query('truncate institution cascade');
    expect(heldBy((await current()).columns, '稳定性')).toEqual([]);
  });

  it('can be had as it stood in any epoch', async () => {
    const first = await admitted(service, aUscc(), [{ parameter: '稳定性' }]);
    const { epoch } = await current();
    const second = await admitted(service, aUscc(), [{ parameter: '稳定性' }]);
    await service.dataSource.query(`update institution set name = '新名' where id = $1`, [first.id]);
    const { manager } = service.dataSource;
    expect(heldBy(await register.asOf(manager, epoch), '稳定性')).toEqual([first.id]);
    const names = async (at: string) => (await register.images(manager, [first.id], at)).get(first.id)?.facts.name;
    expect([await names(epoch), await names((await current()).epoch)]).toEqual([
      expect.not.stringMatching('新名'),
      '新名',
    ]);
    expect(heldBy((await current()).columns, '稳定性').sort()).toEqual([first.id, second.id].sort());
  });

  it('asks for the loads that changed, and keeps those of an unfinished transaction apart', async () => {
    const { id } = await admitted(service, aUscc(), [{ parameter: '稳定性' }]);
    const loadOf = async () => {
      const { columns } = await current();
      return columns.numbers.loadOf(columns.institutionNumber(id)).openJobs;
    };
    expect(await loadOf()).toBe(0);
    await service.dataSource
      .transaction(async (tx) => {
        await tx.query('insert into provider_load (provider_id, open_jobs) values ($1, 7)', [id]);
        const { columns, own } = await register.current(tx);
        expect(own.get(id)?.openJobs).toBe(7);
        expect(columns.numbers.loadOf(columns.institutionNumber(id)).openJobs).toBe(0);
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await loadOf()).toBe(0);
    await service.dataSource.query('insert into provider_load (provider_id, open_jobs) values ($1, 3)', [id]);
    expect(await loadOf()).toBe(3);
  });
});
