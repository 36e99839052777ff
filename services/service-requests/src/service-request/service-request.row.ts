import type { By, EnterpriseRef, ServiceRequestStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestLine } from '../request-line/request-line';
import type { Channel, Contact, ServiceRequest, WindowAnswer } from './service-request';

@Entity({ name: 'service_request' })
export class ServiceRequestRow implements ServiceRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('integer') version: number;
  @Column('text') status: ServiceRequestStatus;
  @Column('text') channel: Channel;
  @Column('uuid') enterpriseId: string;
  @Column('jsonb') enterprise: EnterpriseRef;
  @Column('uuid') platformId: string;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) problem: string | null;
  @Column('date', { nullable: true }) needBy: string | null;
  @Column('jsonb', { nullable: true }) contact: Contact | null;
  @Column('uuid', { array: true }) attachmentIds: string[];
  @Column('jsonb') lines: RequestLine[];
  @Column('text', { array: true }) itemCodes: string[];
  @Column('jsonb', { nullable: true }) answer: WindowAnswer | null;
  @Column('text', { nullable: true }) withdrawal: string | null;
  @Column('uuid', { nullable: true }) copiedFromId: string | null;
  @Column('jsonb') createdBy: By;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) ratedAt: Date | null;
}
