import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { deliverableKinds, elements, jobStatuses, places, schemes, urgencies } from '@qi/contracts';
import type { By, Deliverable, DeliverableKind, Demand, Element, JobStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';

const uuid = { format: 'uuid' };
const date = { format: 'date' };

export class JobWords implements Words {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class JobStep {
  @ApiProperty() name: string;
  @ApiProperty({ type: JobWords }) words: Words;
}

export class JobBy implements By {
  @ApiProperty() sub: string;
  @ApiProperty() name: string;
}

export class JobDeliverable implements Deliverable {
  @ApiProperty({ enum: deliverableKinds }) kind: DeliverableKind;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty({ pattern: '^[0-9a-f]{64}$' }) sha256: string;
  @ApiProperty(uuid) fileId: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty(date) issuedOn: string;
  @ApiPropertyOptional() verifyPath?: string;
}

export class JobLifeLineEntry {
  @ApiProperty({ enum: jobStatuses }) status: JobStatus;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiPropertyOptional() step?: string;
  @ApiPropertyOptional({ type: JobBy }) by?: By;
  @ApiPropertyOptional() note?: string;
}

export class JobClient {
  @ApiProperty(uuid) requestId: string;
  @ApiProperty() requestNumber: string;
  @ApiProperty() taskNumber: string;
  @ApiProperty(uuid) enterpriseId: string;
  @ApiProperty() enterpriseName: string;
  @ApiProperty() areaCode: string;
}

export class JobResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty({ example: 'J-20261122-000123' }) number: string;
  @ApiProperty({ example: 'B-000123' }) blindNumber: string;
  @ApiProperty(uuid) taskId: string;
  @ApiProperty({ enum: elements }) element: Element;
  @ApiProperty() itemCode: string;
  @ApiProperty({ type: JobWords }) itemName: Words;
  @ApiProperty({ type: 'integer' }) round: number;
  @ApiProperty(uuid) providerId: string;
  @ApiProperty() providerName: string;
  @ApiProperty({ type: String, nullable: true, ...uuid }) siteId: string | null;
  @ApiProperty({ enum: ['normal', 'strict'] }) secrecy: 'normal' | 'strict';
  @ApiPropertyOptional({ type: JobClient, description: 'absent for those who work blind' }) client?: JobClient;
  @ApiProperty(uuid) decisionId: string;
  @ApiProperty({ enum: jobStatuses }) status: JobStatus;
  @ApiProperty({ enum: jobStatuses, isArray: true, description: 'the states that may follow' })
  legal: readonly JobStatus[];
  @ApiProperty({ type: Date }) answerBy: Date;
  @ApiProperty(date) promisedDate: string;
  @ApiProperty({ type: String, nullable: true }) step: string | null;
  @ApiProperty({ type: [JobStep] }) steps: readonly JobStep[];
  @ApiProperty({ type: [JobDeliverable] }) deliverables: readonly Deliverable[];
  @ApiProperty({ type: [JobDeliverable], description: 'handed over before a rework' })
  formerDeliverables: readonly Deliverable[];
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: JobWords, nullable: true, description: 'why the provider may not go on for now' })
  paused: Words | null;
  @ApiProperty({ type: [JobLifeLineEntry] }) lifeLine: readonly JobLifeLineEntry[];
  @ApiProperty({ type: Date }) offeredAt: Date;
  @ApiProperty({ type: Date }) updatedAt: Date;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class JobTest {
  @ApiProperty() parameter: string;
  @ApiProperty() methodStandard: string;
}

export class JobMeasurement {
  @ApiProperty() instrument: string;
  @ApiProperty() measurand: string;
  @ApiProperty() min: string;
  @ApiProperty() max: string;
  @ApiProperty() unit: string;
  @ApiPropertyOptional() tolerance?: string;
  @ApiProperty({ type: 'integer' }) quantity: number;
  @ApiProperty({ enum: ['calibration', 'verification'] }) service: 'calibration' | 'verification';
}

export class JobDemand implements Demand {
  @ApiProperty() object: string;
  @ApiProperty({ type: [JobTest] }) tests: JobTest[];
  @ApiProperty({ type: [JobMeasurement] }) measurements: JobMeasurement[];
  @ApiProperty({ type: [String] }) skills: string[];
  @ApiProperty({ enum: schemes, isArray: true }) schemes: Demand['schemes'];
  @ApiPropertyOptional({ type: 'integer' }) quantity?: number;
  @ApiProperty({ enum: places }) place: Demand['place'];
  @ApiProperty(date) plannedDate: string;
  @ApiProperty() text: string;
}

export class JobDetail extends JobResponse {
  @ApiProperty({ type: JobDemand }) demand: Demand;
  @ApiPropertyOptional(date) needBy?: string;
  @ApiProperty({ enum: urgencies }) urgency: 'normal' | 'urgent';
}

export class JobPage {
  @ApiProperty({ type: [JobResponse] }) items: JobResponse[];
  @ApiPropertyOptional({ description: 'cursor of the next page' }) next?: string;
}
