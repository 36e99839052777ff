import type { Deliverable, JobStatus } from '@qi/contracts';
import { verify } from './verification';

const report = (number: string, kind: Deliverable['kind'] = 'test-report'): Deliverable => ({
  ...{ kind, number, title: 'report', sha256: 'a'.repeat(64), fileId: number, fileName: `${number}.pdf`, size: 1 },
  issuedOn: '2026-11-20',
});
const job = (status: JobStatus, now: string[] = [], before: string[] = []) => ({
  status,
  deliverables: now.map((number) => report(number)),
  formerDeliverables: before.map((number) => report(number)),
});

describe('verify', () => {
  it('a report of a completed job is valid', () => {
    expect(verify(job('completed', ['T-1']), 'T-1')).toMatchObject({ standing: 'valid', replacedBy: [] });
  });

  it('is in doubt, with the cause, where its provider was not approved', () => {
    const cause = { zh: '资质中止', en: 'approval suspended' };
    expect(verify(job('completed', ['T-1']), 'T-1', cause)).toMatchObject({ standing: 'in-doubt', cause });
  });

  it('a report that is being prepared is not known yet', () => {
    expect(verify(job('in-progress', ['T-1']), 'T-1')).toBeUndefined();
  });

  it('is withdrawn while it is done again, and replaced once that is handed over', () => {
    expect(verify(job('in-progress', ['T-2'], ['T-1']), 'T-1')).toMatchObject({ standing: 'withdrawn' });
    expect(verify(job('completed', ['T-2'], ['T-1']), 'T-1')).toMatchObject({
      standing: 'replaced',
      replacedBy: ['T-2'],
    });
  });

  it('is replaced by its own kind alone', () => {
    const redone = { ...job('completed', [], ['T-1']), deliverables: [report('C-1', 'calibration-certificate')] };
    expect(verify(redone, 'T-1')).toMatchObject({ standing: 'withdrawn', replacedBy: [] });
  });

  it('knows no other number', () => {
    expect(verify(job('completed', ['T-1']), 'T-2')).toBeUndefined();
  });
});
