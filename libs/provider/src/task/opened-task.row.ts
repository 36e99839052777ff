import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import type { Dropout } from './task';

/** The latest opening of a task with all its values, so that it can be routed again without asking the window. */
@Entity('opened_task')
export class OpenedTaskRow {
  @PrimaryColumn('uuid') taskId: string;
  @Column('uuid') requestId: string;
  @Column('integer') round: number;
  /** How often the task was routed, over all rounds. */
  @Column('integer') attempt: number;
  @Column('uuid') enterpriseId: string;
  @Column('text') areaCode: string;
  @Column('text') status: 'open' | 'cancelled';
  @Column('json') value: TaskOpened;
  /** Who is out of this task, and since which round. */
  @Column('json') dropouts: Dropout[];
  @Column('timestamptz') updatedAt: Date;
}
