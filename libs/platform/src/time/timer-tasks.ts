import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { TaskList } from 'graphile-worker';
import { withContext } from '../http/request-context';
import { TIMER_TASK } from './on-timer';

type Provider = Record<string, (payload: unknown) => Promise<void>>;

/** The `@OnTimer` methods of all providers, by task. */
@Injectable()
export class TimerTasks {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws when two methods want the same task: one of them would never be called. */
  all(): TaskList {
    const tasks: TaskList = {};
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const [task, run] of this.tasksOf(instance as Provider)) {
        if (tasks[task]) throw new Error(`two @OnTimer methods for ${task}`);
        tasks[task] = run;
      }
    }
    return tasks;
  }

  private tasksOf(provider: Provider): [string, (payload: unknown) => Promise<void>][] {
    const prototype = Object.getPrototypeOf(provider) as object;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name, provider);
      const task = typeof method === 'function' ? this.reflector.get<string>(TIMER_TASK, method as never) : undefined;
      return task === undefined ? [] : [[task, (payload) => withContext({}, async () => provider[name]?.(payload))]];
    });
  }
}
