import type { TaskStatus } from '@qi/contracts';
import { canGo } from '@qi/kernel';
import { taskTransitions } from '@qi/contracts';
import { theSystem, withData } from '../life-line/life-line';
import { accept, close, follow, reopen, withdraw } from '../service-request/progress';
import { entryOf, type Act } from '../service-request/service-request';
import { followJob } from '../task/follow-job';
import type { JobFact } from '../task/job-fact';
import { amend, cancel, confirm, create, isReady, open, rework, type Amendment } from '../task/decisions';
import type { Dispatch, Task } from '../task/task';
import { taskProblem } from '../task/task.problems';
import type { CaseFile } from './case-file';

/** The request is taken on: its tasks exist, and those that wait for nothing are opened at once. */
export function acceptCase(file: CaseFile, tasks: readonly Task[], automatic: boolean, act: Act): void {
  file.changeRequest(accept(file.request, automatic, act));
  for (const task of tasks) file.addTask(task, create(task, act));
  settle(file, act.at);
}

/**
 * What follows by itself from the state of the tasks: a task whose dependencies are met is opened, the request's status is
 * derived. Every command and every fact ends here.
 */
export function settle(file: CaseFile, at: Date): void {
  for (const task of file.tasks) {
    if (isReady(task, file.tasksById)) openTask(file, task, { by: theSystem, at });
  }
  for (const change of follow(file.request, file.tasks, at)) file.changeRequest(change);
}

export function followFact(file: CaseFile, fact: JobFact, now: Date): void {
  const { taskId } = fact.data;
  file.changeTask(taskId, followJob(taskOf(file, taskId), fact, now));
  settle(file, now);
}

export function confirmTask(file: CaseFile, taskId: string, act: Act): void {
  file.changeTask(taskId, confirm(taskOf(file, taskId), act));
  settle(file, act.at);
}

/** A completed request goes back into service with it, as long as it may be reopened. */
export function reworkTask(file: CaseFile, taskId: string, reason: string, act: Act): void {
  const change = rework(taskOf(file, taskId), reason, act);
  if (file.request.status === 'completed') file.changeRequest(reopen(file.request, reason, act));
  file.changeTask(taskId, change);
  settle(file, act.at);
}

export function reopenCase(file: CaseFile, taskIds: readonly string[], reason: string, act: Act): void {
  const changes = [...new Set(taskIds)].map((id) => [id, rework(taskOf(file, id), reason, act)] as const);
  file.changeRequest(reopen(file.request, reason, act));
  for (const [id, change] of changes) file.changeTask(id, change);
  settle(file, act.at);
}

export function withdrawCase(file: CaseFile, reason: string, act: Act): void {
  file.changeRequest(withdraw(file.request, reason, act));
  for (const task of file.tasks) {
    if (canGo(taskTransitions, task.status, 'cancelled')) file.changeTask(task.id, cancel(task, reason, act));
  }
}

/** One task of several; the last one goes only with the whole request. */
export function cancelTask(file: CaseFile, taskId: string, reason: string, act: Act): void {
  const task = taskOf(file, taskId);
  const change = cancel(task, reason, act);
  const others = file.tasks.filter(({ id, status }) => id !== taskId && status !== 'cancelled');
  if (others.length === 0) throw taskProblem['last-task']();
  file.changeTask(taskId, change);
  settle(file, act.at);
}

/** A clerk sends an unroutable task out again, to whoever passes now or to a provider named with a reason. */
export function redispatchTask(file: CaseFile, taskId: string, dispatchedTo: Dispatch | null, act: Act): void {
  const task = taskOf(file, taskId);
  if (dispatchedTo) assertDispatchable(task, dispatchedTo);
  else if (task.status !== 'unroutable') throw taskProblem['not-unroutable']({ status: task.status });
  openTask(file, task, act, dispatchedTo);
  settle(file, act.at);
}

const dispatchable: ReadonlySet<TaskStatus> = new Set(['unroutable', 'offered']);

/** An offer that nobody has answered yet may be taken elsewhere: a person weighs what the factors cannot. */
function assertDispatchable({ status, job }: Task, { providerId }: Dispatch): void {
  if (!dispatchable.has(status)) throw taskProblem['not-dispatchable']({ status, legal: [...dispatchable] });
  if (job?.providerId === providerId) throw taskProblem['already-offered']();
}

/** An unroutable task is opened again with what the firm agreed to. */
export function amendTask(file: CaseFile, taskId: string, amendment: Amendment, act: Act): void {
  file.changeTask(taskId, amend(taskOf(file, taskId), amendment, act));
  const task = taskOf(file, taskId);
  if (task.status === 'unroutable') openTask(file, task, act);
  settle(file, act.at);
}

/** What is delivered counts as taken when the firm closes, or lets the window for it pass. */
export function closeCase(file: CaseFile, act: Act, automatic: boolean): void {
  const closed = close(file.request, act, automatic);
  for (const task of file.tasks) {
    if (task.status === 'delivered') file.changeTask(task.id, confirm(task, act));
  }
  file.changeRequest(closed);
}

/** The firm rated a task, or without one the whole request. */
export function noteRating(file: CaseFile, taskId: string | null, stars: Stars, act: Act): void {
  const { timeliness, result } = stars;
  const words = {
    zh: `评价：时效 ${timeliness} 星，结果 ${result} 星`,
    en: `Rated: timeliness ${timeliness}, result ${result} of 5`,
  };
  const entry = { ...withData(entryOf(file.request, act, 'rated', words), { timeliness, result }), taskId };
  const none = { events: [], clocks: [] };
  if (taskId) file.changeTask(taskId, { ...none, next: { ratedAt: act.at }, entries: [entry] });
  else file.changeRequest({ ...none, next: { ratedAt: act.at }, entries: [entry] });
  settle(file, act.at);
}

export interface Stars {
  readonly timeliness: number;
  readonly result: number;
}

function openTask(file: CaseFile, task: Task, act: Act, dispatchedTo: Dispatch | null = null): void {
  const dependencies = task.dependsOn
    .flatMap((id) => file.findTask(id) ?? [])
    .filter(({ status }) => delivered.has(status));
  file.changeTask(task.id, open(task, dependencies, act, dispatchedTo));
}

const delivered: ReadonlySet<TaskStatus> = new Set(['delivered', 'confirmed']);

export function taskOf(file: CaseFile, id: string): Task {
  const task = file.findTask(id);
  if (!task) throw taskProblem.unknown();
  return task;
}
