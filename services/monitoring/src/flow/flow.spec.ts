import { changesOf, fold } from './flow';

const ids = { requestId: 'r1', requestNumber: 'QI-1', enterpriseId: 'e1', platformId: 'p1' };
const job = { jobId: 'j1', jobNumber: 'J-1', taskId: 't1', requestId: 'r1', element: 'testing', providerId: 'i1' };
const at = (second: number) => `2026-11-23T01:00:0${second}.000Z`;

describe('changesOf', () => {
  it('sets a request submitted with what the submission says', () => {
    const data = { ...ids, enterpriseName: '示例童车厂', areaCode: '330482', channel: 'web', items: 3, at: at(0) };
    expect(changesOf({ type: 'service-request.submitted.v1', data })).toEqual([
      {
        of: 'request',
        id: 'r1',
        status: 'submitted',
        at: at(0),
        values: {
          number: 'QI-1',
          enterprise_id: 'e1',
          platform_id: 'p1',
          area_code: '330482',
          channel: 'web',
          submitted_at: at(0),
        },
      },
    ]);
  });

  it('moves the task and the job on an offer', () => {
    const data = { ...job, provider: { id: 'i1', name: '乙检测' }, promisedDate: '2026-12-03', at: at(1) };
    const [task, offered] = changesOf({ type: 'job.offered.v1', data });
    expect(task).toMatchObject({
      of: 'task',
      status: 'offered',
      values: { provider_name: '乙检测', offered_at: at(1) },
    });
    expect(offered).toMatchObject({ of: 'job', status: 'offered', values: { promised_date: '2026-12-03' } });
  });

  it('sends a task back to opened when its offer is declined, without another first opening', () => {
    const [task, declined] = changesOf({
      type: 'job.declined.v1',
      data: { ...job, reasonCode: 'no-capacity', at: at(2) },
    });
    expect(task).toMatchObject({ status: 'opened' });
    expect(task!.values).not.toHaveProperty('opened_at');
    expect(declined).toMatchObject({ status: 'declined', values: { answered_at: at(2) } });
  });

  it('moves nothing for a rating', () => {
    expect(changesOf({ type: 'rating.given.v1', data: { ...ids, ratingId: 'x', at: at(3) } })).toEqual([]);
  });
});

describe('fold', () => {
  const facts = [
    {
      type: 'task.created.v1',
      data: {
        ...ids,
        taskId: 't1',
        taskNumber: 'T-1',
        element: 'testing',
        itemCode: 'x',
        areaCode: '330482',
        at: at(0),
      },
    },
    { type: 'job.offered.v1', data: { ...job, provider: { id: 'i1', name: '甲检测' }, at: at(1) } },
    { type: 'job.declined.v1', data: { ...job, at: at(2) } },
    { type: 'job.offered.v1', data: { ...job, jobId: 'j2', provider: { id: 'i2', name: '乙检测' }, at: at(3) } },
  ].flatMap(changesOf);

  it('keeps the latest status, the first time of each stage and the latest provider', () => {
    const task = fold(facts).find(({ of }) => of === 'task')!;
    expect(task).toMatchObject({ status: 'offered', at: at(3) });
    expect(task.values).toMatchObject({ offered_at: at(1), created_at: at(0), provider_id: 'i2' });
  });

  it('gives the same for events of different topics in any order', () => {
    const sorted = (changes: ReturnType<typeof fold>) =>
      [...changes].sort((a, b) => `${a.of}${a.id}`.localeCompare(`${b.of}${b.id}`));
    expect(sorted(fold([...facts].reverse()))).toEqual(sorted(fold(facts)));
  });
});
