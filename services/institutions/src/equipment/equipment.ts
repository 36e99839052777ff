import { problems } from '@qi/kernel';
import type { Words } from '@qi/kernel';

export const equipmentStatuses = ['in-use', 'stopped', 'scrapped'] as const;
export type EquipmentStatus = (typeof equipmentStatuses)[number];

export interface Calibration {
  /** Number of the calibration certificate. */
  certificateNumber: string;
  calibratedOn: string;
  /** Last day on which it counts as calibrated. */
  calibratedUntil: string;
}

export interface EquipmentDetails extends Calibration {
  siteId: string;
  name: string;
  assetNumber: string;
}

/** Equipment that affects results (ISO/IEC 17025:2017 6.4): what rests on it needs its calibration. */
export interface Equipment extends EquipmentDetails {
  id: string;
  institutionId: string;
  status: EquipmentStatus;
  statusReason: string | null;
  stoppedOn: string | null;
  updatedAt: Date;
  version: number;
}

interface Time {
  readonly today: string;
  readonly now: Date;
}

export const equipmentProblem = problems('equipment', {
  'not-found': { kind: 'not-found', zh: '没有这台设备：{id}', en: 'there is no such equipment: {id}' },
  'number-taken': {
    kind: 'conflict',
    zh: '该机构已登记编号 {assetNumber} 的设备',
    en: 'the institution already has equipment with the number {assetNumber}',
  },
  'unknown-site': {
    kind: 'invalid',
    zh: '机构没有这个开放的场所：{siteId}',
    en: 'the institution has no such open site: {siteId}',
  },
  'unknown-line': {
    kind: 'invalid',
    zh: '该场所没有这条能力：{lineId}',
    en: 'the site holds no such scope line: {lineId}',
  },
  'ends-before-start': {
    kind: 'invalid',
    zh: '校准有效期止 {calibratedUntil} 早于校准日期 {calibratedOn}',
    en: 'the calibration ends on {calibratedUntil}, before it was made on {calibratedOn}',
  },
  'in-future': {
    kind: 'invalid',
    zh: '校准日期 {calibratedOn} 在今天之后',
    en: 'the calibration date {calibratedOn} lies in the future',
  },
  'not-in-use': { kind: 'conflict', zh: '设备状态为 {status}', en: 'the equipment is {status}' },
});

/** Throws `equipment/ends-before-start`, `equipment/in-future`. */
export function enter(
  details: EquipmentDetails,
  owner: Pick<Equipment, 'id' | 'institutionId'>,
  time: Time,
): Equipment {
  assertSound(details, time);
  const state = { status: 'in-use' as const, statusReason: null, stoppedOn: null, updatedAt: time.now, version: 1 };
  return { ...details, ...owner, ...state };
}

/** A new certificate. It does not put stopped equipment into use again. */
export function calibrate(equipment: Equipment, calibration: Calibration, time: Time): Partial<Equipment> {
  if (equipment.status === 'scrapped') throw equipmentProblem['not-in-use']({ status: equipment.status });
  assertSound(calibration, time);
  return { ...calibration, updatedAt: time.now };
}

/** Out of use from today on: broken, out of tolerance, on loan. */
export function stop(equipment: Equipment, reason: string, { today, now }: Time): Partial<Equipment> {
  if (equipment.status !== 'in-use') throw equipmentProblem['not-in-use']({ status: equipment.status });
  return { status: 'stopped', statusReason: reason, stoppedOn: today, updatedAt: now };
}

export function resume({ status }: Equipment, { now }: Time): Partial<Equipment> {
  if (status !== 'stopped') throw equipmentProblem['not-in-use']({ status });
  return { status: 'in-use', statusReason: null, stoppedOn: null, updatedAt: now };
}

/** No line rests on it any more. */
export function scrap({ status }: Equipment, reason: string, { now }: Time): Partial<Equipment> {
  if (status === 'scrapped') throw equipmentProblem['not-in-use']({ status });
  return { status: 'scrapped', statusReason: reason, stoppedOn: null, updatedAt: now };
}

/** Whether its calibration has ended and nothing else was said since. */
export function hasLapsed({ status, calibratedUntil }: Equipment, today: string): boolean {
  return status === 'in-use' && calibratedUntil < today;
}

/** Why jobs whose lines rest on it are looked at again. */
export function causeOf({ name, assetNumber, status, statusReason, calibratedUntil }: Equipment): Words {
  const which = { zh: `设备 ${name}（${assetNumber}）`, en: `equipment ${name} (${assetNumber})` };
  if (status === 'in-use')
    return {
      zh: `${which.zh}校准有效期至 ${calibratedUntil}`,
      en: `${which.en}: in calibration until ${calibratedUntil}`,
    };
  return { zh: `${which.zh}已停用：${statusReason ?? ''}`, en: `${which.en} is out of use: ${statusReason ?? ''}` };
}

function assertSound({ calibratedOn, calibratedUntil }: Calibration, { today }: Time): void {
  if (calibratedUntil < calibratedOn) throw equipmentProblem['ends-before-start']({ calibratedOn, calibratedUntil });
  if (calibratedOn > today) throw equipmentProblem['in-future']({ calibratedOn });
}
