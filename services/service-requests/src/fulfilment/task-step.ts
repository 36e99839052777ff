import type { Words } from '@qi/kernel';
import { withData } from '../life-line/life-line';
import { entryOf, type Act } from '../task/task';
import type { CaseFile } from './case-file';
import { taskOf } from './fulfilment';

/** Something about a task that changes nothing in it, and that whoever sees the request has to read. */
export interface TaskStep {
  readonly taskId: string;
  readonly kind: string;
  readonly words: Words;
  readonly data: Record<string, unknown>;
}

export function tellStep(file: CaseFile, { taskId, kind, words, data }: TaskStep, act: Act): void {
  const entry = withData(entryOf(taskOf(file, taskId), act, kind, words), data);
  file.changeTask(taskId, { next: {}, events: [], entries: [entry], clocks: [] });
}
