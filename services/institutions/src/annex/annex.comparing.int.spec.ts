import { AnnexBench, csv, FIRST } from '../../test/annex-bench';

const bench = new AnnexBench();

describe('an annex beside the register', () => {
  it('that follows another is a new version: added, changed and gone', async () => {
    const first = await bench.submitted('2026.csv', FIRST);
    await bench.approved(first);
    const next = await bench.submitted(
      '2027.csv',
      csv(
        '1,P1,儿童三轮车,稳定性,,GB/T 14747-2025,只用第二法',
        '2,P2,儿童三轮车,锐边,,GB/T 14747-2025,',
        '3,P3,儿童三轮车,噪声,,GB/T 14747-2025,',
      ),
    );
    expect(next).toMatchObject({ added: 1, changed: 1, kept: 1, gone: 1 });
    expect(await bench.linesOf(next, 'changed')).toEqual(['儿童三轮车 稳定性 GB/T 14747-2025 limitNote']);
    expect(await bench.linesOf(next, 'gone')).toEqual(['儿童三轮车 小零件 GB 6675.2-2014']);
    await bench.approved(next);
    expect(await bench.held()).toEqual([
      '噪声 active  2026-01-01 2099-12-31',
      expect.stringMatching(/^小零件 withdrawn/),
      '稳定性 active 只用第二法 2026-01-01 2099-12-31',
      '锐边 active  2026-01-01 2099-12-31',
    ]);
    expect((await bench.get(first.id)).status).toBe('superseded');
    const [{ count } = { count: '' }] = await bench.service.dataSource.query<{ count: string }[]>(
      `select count(*) from scope_line where parameter = '稳定性'`,
    );
    expect(count).toBe('2');
  });

  it('that is the same again changes nothing', async () => {
    await bench.approved(await bench.submitted('1.csv', FIRST));
    const again = await bench.submitted('1.csv', FIRST);
    expect(again).toMatchObject({ added: 0, changed: 0, kept: 3, gone: 0 });
    await bench.approved(again);
    expect(await bench.service.dataSource.query('select distinct version from scope_line')).toEqual([{ version: 1 }]);
  });

  it('that only extends the scope ends nothing', async () => {
    await bench.approved(await bench.submitted('1.csv', FIRST));
    const more = await bench.submitted('扩项.csv', csv('1,P1,儿童三轮车,噪声,,GB/T 14747-2025,'), {
      extent: 'extension',
    });
    expect(more).toMatchObject({ added: 1, gone: 0 });
    await bench.approved(more);
    expect((await bench.held()).every((line) => line.includes('active'))).toBe(true);
  });

  it('is compared again when the register changed meanwhile', async () => {
    const [one, two] = [await bench.submitted('1.csv', FIRST), await bench.submitted('2.csv', FIRST)];
    await bench.approved(one);
    const late = await bench.post(`${two.id}/approve`);
    expect([late.status, late.body.type]).toEqual([409, 'urn:qi:problem:annex/register-changed']);
    expect(await bench.read(two.id)).toMatchObject({ status: 'proposed', added: 0, kept: 3 });
    expect(await bench.approved(two)).toMatchObject({ status: 'active' });
  });
});
