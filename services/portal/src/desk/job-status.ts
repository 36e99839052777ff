import type { StatusWord } from '../ui/status-tag';
import type { Job } from './provider-api';

/** The states of a job as its provider says them; a request in the same state is something else to its firm. */
const words: Readonly<Partial<Record<Job['status'], StatusWord>>> = {
  offered: 'to-answer',
  accepted: 'taken',
  completed: 'handed-over',
};

export const jobStatus = (status: Job['status']): StatusWord => words[status] ?? status;
