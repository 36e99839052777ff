import type { DomainEvent } from '@qi/contracts';
import type { LifeLineEntry } from '../life-line/life-line';
import type { ServiceRequest } from '../service-request/service-request';
import type { Task } from '../task/task';
import type { Change, ClockCommand } from '../time-limit/change';

/**
 * One request with its tasks while rules work on them under one lock. It gathers what the rules decide, so that a whole
 * chunk of decisions is written with one statement a table.
 */
export class CaseFile {
  readonly events: DomainEvent[] = [];
  readonly entries: LifeLineEntry[] = [];
  readonly clocks: ClockCommand[] = [];
  readonly requestChanges = new Set<keyof ServiceRequest>();
  readonly taskChanges = new Map<string, Set<keyof Task>>();
  private readonly byId: Map<string, Task>;
  private readonly added = new Set<string>();

  constructor(
    private current: ServiceRequest,
    tasks: readonly Task[],
  ) {
    this.byId = new Map(tasks.map((task) => [task.id, task]));
  }

  get request(): ServiceRequest {
    return this.current;
  }

  get tasks(): readonly Task[] {
    return [...this.byId.values()];
  }

  get tasksById(): ReadonlyMap<string, Task> {
    return this.byId;
  }

  /** Tasks that were added, as they are now. */
  get created(): Task[] {
    return this.tasks.filter(({ id }) => this.added.has(id));
  }

  /** Tasks that were there and have changed. */
  get changed(): Task[] {
    return this.tasks.filter(({ id }) => this.taskChanges.has(id));
  }

  findTask(id: string): Task | undefined {
    return this.byId.get(id);
  }

  changeRequest(change: Change<ServiceRequest>): void {
    this.current = { ...this.current, ...change.next };
    for (const key of Object.keys(change.next)) this.requestChanges.add(key as keyof ServiceRequest);
    this.gather(change);
  }

  changeTask(id: string, change: Change<Task>): void {
    const task = this.byId.get(id);
    if (!task) throw new Error(`task ${id} is not in the case file of ${this.current.id}`);
    this.byId.set(id, { ...task, ...change.next });
    const keys = Object.keys(change.next) as (keyof Task)[];
    if (keys.length > 0 && !this.added.has(id)) {
      this.taskChanges.set(id, new Set([...(this.taskChanges.get(id) ?? []), ...keys]));
    }
    this.gather(change);
  }

  addTask(task: Task, change: Change<Task>): void {
    this.byId.set(task.id, { ...task, ...change.next });
    this.added.add(task.id);
    this.gather(change);
  }

  /** Counts the versions of what changed up by one, however many rules changed it. */
  seal(at: Date): void {
    if (this.requestChanges.size > 0) {
      this.current = { ...this.current, version: this.current.version + 1, updatedAt: at };
    }
    for (const task of this.changed) this.byId.set(task.id, { ...task, version: task.version + 1, updatedAt: at });
  }

  private gather({ events, entries, clocks }: Change<unknown>): void {
    this.events.push(...events);
    this.entries.push(...entries);
    this.clocks.push(...clocks);
  }
}
