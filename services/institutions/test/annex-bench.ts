import type { Actor } from '@qi/platform';
import { aUscc, checkAfterEach, startTestService, waitFor, type TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, admitted, api, institutions } from './institutions';

export interface AnnexBody {
  readonly id: string;
  readonly status: string;
  readonly line: number;
  readonly refused: number;
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
  readonly gone: number;
  readonly problem: { readonly en: string } | null;
  readonly type?: string;
  readonly detail?: string;
}

interface LineBody {
  readonly object: string;
  readonly parameter: string;
  readonly standard: string;
  readonly fields: readonly string[];
}

interface RefusalBody {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly words: { readonly zh: string; readonly en: string };
}

type Content = string | Uint8Array<ArrayBuffer>;

export const HEADER = '序号,产品/项目编号,类别,产品/项目/参数,标准(方法)名称,标准号,限制范围';
export const TODAY_ON = { validFrom: '2026-01-01', validTo: '2099-12-31' };

export const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');

/** Three lines of a tricycle. */
export const FIRST = csv(
  '1,P1,儿童三轮车,稳定性,儿童三轮车,GB/T 14747-2025,无',
  '2,P2,儿童三轮车,锐边,儿童三轮车,GB/T 14747-2025,',
  '3,P3,儿童三轮车,小零件,儿童三轮车,"GB 6675.2-2014 5.8,5.9",',
  '合计,,,,,3,',
);

/** The service for one test file; each test begins with one institution that holds nothing. */
export class AnnexBench {
  service: TestService;
  home: { readonly id: string; readonly siteId: string };

  constructor() {
    beforeAll(async () => {
      this.service = await startTestService(institutions, { migrations, kafka: false });
    });
    afterAll(() => this.service.close());
    checkAfterEach(() => this.service.dataSource, { outbox: false });
    beforeEach(async () => {
      await this.service.dataSource.query('truncate institution, outbox cascade');
      this.home = await admitted(this.service, aUscc(), []);
    });
  }

  send(name: string, content: Content, fields: object = {}, as: Actor = administrator) {
    const form = new FormData();
    form.set('file', new Blob([content]), name);
    const all = { scheme: 'CMA', certNo: '231100340088', ...TODAY_ON, ...fields };
    for (const [field, value] of Object.entries(all)) form.set(field, String(value));
    return this.service.http.post<AnnexBody>(`${api}/institutions/${this.home.id}/annexes`, form, { as });
  }

  async get(id: string): Promise<AnnexBody> {
    return (await this.service.http.get<AnnexBody>(`${api}/annexes/${id}`, { as: administrator })).body;
  }

  /** The annex when it has been read. */
  read(id: string): Promise<AnnexBody> {
    const look = async () => {
      const annex = await this.get(id);
      return annex.status === 'reading' ? undefined : annex;
    };
    return waitFor(look, { what: 'the end of reading' });
  }

  async submitted(name: string, content: Content, fields: object = {}): Promise<AnnexBody> {
    const { status, body } = await this.send(name, content, fields);
    expect([status, body.detail]).toEqual([201, undefined]);
    return this.read(body.id);
  }

  post(path: string, body: object = {}, as: Actor = administrator) {
    return this.service.http.post<AnnexBody>(`${api}/annexes/${path}`, body, { as });
  }

  async approved(annex: AnnexBody, body: object = {}): Promise<AnnexBody> {
    return (await this.post(`${annex.id}/approve`, body)).body;
  }

  async linesOf({ id }: AnnexBody, change: string): Promise<string[]> {
    const path = `${api}/annexes/${id}/lines?change=${change}`;
    const { body } = await this.service.http.get<{ items: LineBody[] }>(path, { as: administrator });
    return body.items.map(({ object, parameter, standard, fields }) =>
      [object, parameter, standard, ...fields].join(' '),
    );
  }

  async refusalsOf({ id }: AnnexBody): Promise<RefusalBody[]> {
    const path = `${api}/annexes/${id}/refusals`;
    return (await this.service.http.get<{ items: RefusalBody[] }>(path, { as: administrator })).body.items;
  }

  /** What the register says now: parameter, status, limit note and days of each line. */
  async held(): Promise<string[]> {
    const lines = await this.service.dataSource.query<Record<string, string | null>[]>(
      `select parameter, status, limit_note, valid_from, valid_to from scope_line
       where rev_to is null order by parameter, standard`,
    );
    return lines.map(({ parameter, status, limit_note, valid_from, valid_to }) =>
      [parameter, status, limit_note ?? '', valid_from, valid_to].join(' '),
    );
  }
}
