import type { EventData, JobFlaggedV1, JobPausedV1, JobResumedV1 } from '@qi/contracts';
import type { JobStep } from './job-fact';
import type { Task } from './task';

/** The provider lost what it was approved for: the firm is told why its job stands still. */
export function pauseJob({ job }: Task, { jobId, cause }: EventData<typeof JobPausedV1>): JobStep | undefined {
  if (job?.jobId !== jobId) return undefined;
  return {
    next: { job: { ...job, paused: cause } },
    kind: 'task-paused',
    words: {
      zh: `${job.providerName}的工作已暂停：${cause.zh}`,
      en: `The work at ${job.providerName} is paused: ${cause.en}`,
    },
    data: { cause },
  };
}

export function resumeJob({ job }: Task, { jobId }: EventData<typeof JobResumedV1>): JobStep | undefined {
  if (job?.jobId !== jobId) return undefined;
  const { paused: _, ...rest } = job;
  return {
    next: { job: rest },
    kind: 'task-resumed',
    words: { zh: `${job.providerName}的工作已恢复`, en: `The work at ${job.providerName} goes on` },
  };
}

/** Whatever has become of the task since: the firm may be using the report. */
export function doubtReports({ job }: Task, data: EventData<typeof JobFlaggedV1>): JobStep | undefined {
  const { jobId, numbers, cause, affectedFrom } = data;
  if (job?.jobId !== jobId) return undefined;
  return {
    next: { job: { ...job, flagged: { numbers, cause, affectedFrom } } },
    kind: 'task-report-flagged',
    words: {
      zh: `报告 ${numbers.join('、')} 存疑，使用前请核实：${cause.zh}（自 ${affectedFrom} 起）`,
      en: `Report ${numbers.join(', ')} is in doubt, check before you rely on it: ${cause.en} (from ${affectedFrom})`,
    },
    data: { numbers, cause, affectedFrom },
  };
}
