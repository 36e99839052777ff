import type { Element, ServiceItemStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { AskedDocument, ServiceItem } from './service-item';

@Entity()
export class ServiceItemRow implements ServiceItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('integer')
  itemVersion: number;

  @Column('text')
  element: Element;

  @Column('jsonb')
  name: Words;

  @Column('jsonb')
  description: Words;

  /** `json`, not `jsonb`: the author's order of the fields is the order of the form. */
  @Column('json')
  fields: Record<string, unknown>;

  @Column('jsonb')
  documents: AskedDocument[];

  @Column('jsonb')
  priceText: Words;

  @Column('integer')
  promisedDays: number;

  @Column('integer')
  durationDays: number;

  @Column('integer')
  answerWithinDays: number;

  @Column('uuid', { array: true })
  eligibleProviderIds: string[];

  @Column('text', { array: true })
  standards: string[];

  @Column('boolean')
  autoAccept: boolean;

  @Column('text')
  status: ServiceItemStatus;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
