import { nameKey, problems, tidyName } from '@qi/kernel';
import type { AreaCode } from '@qi/kernel';

/** Days away, both ends included. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

export interface ExpertProfile {
  name: string;
  /** Where the expert lives; visits start here. */
  areaCode: AreaCode;
  longitude: number | null;
  latitude: number | null;
  /** What the expert can help with: `质量诊断`, `六西格玛`. */
  skills: string[];
  /** GB/T 4754 classes known from work; shown, not judged. */
  industries: string[];
  /** Areas visited, each with all that lies in it. Empty: everywhere. */
  areas: AreaCode[];
  /** ISO weekdays on which visits are possible, 1 (Monday) to 7. */
  weekdays: number[];
  absences: Absence[];
  /** Credit codes of firms the expert may not advise: employers, clients, family. */
  conflicts: string[];
  capacityPerWeek: number;
}

/** A person in the expert library. `paused` experts get no new visits; what they have begun goes on. */
export interface Expert extends ExpertProfile {
  id: string;
  /** The skills in the form that is compared. */
  skillKeys: string[];
  active: boolean;
  pauseReason: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const expertProblem = problems('expert', {
  'not-found': { kind: 'not-found', zh: '没有这位专家：{id}', en: 'there is no such expert: {id}' },
  'absence-ends-before-start': {
    kind: 'invalid',
    zh: '离岗日期止 {to} 早于起 {from}',
    en: 'an absence ends on {to}, before it starts on {from}',
  },
  'not-your-area': {
    kind: 'forbidden',
    zh: '只能登记本辖区的专家，{areaCode} 不在辖区内',
    en: 'experts are entered by the administrators of their area; {areaCode} is not yours',
  },
  'already-active': { kind: 'conflict', zh: '专家已在接受任务', en: 'the expert already takes visits' },
  'already-paused': { kind: 'conflict', zh: '专家已暂停接受任务', en: 'the expert is already paused' },
});

/** Enters a person into the library. An expert who is to be introduced later starts paused. */
export function enter(profile: ExpertProfile, id: string, now: Date): Expert {
  return {
    ...checked(profile),
    id,
    active: true,
    pauseReason: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

export function amend(expert: Expert, changes: Partial<ExpertProfile>, now: Date): Partial<Expert> {
  return { ...checked({ ...expert, ...changes }), updatedAt: now };
}

export function pause(expert: Expert, reason: string, now: Date): Partial<Expert> {
  if (!expert.active) throw expertProblem['already-paused']();
  return { active: false, pauseReason: reason, updatedAt: now };
}

export function resume(expert: Expert, now: Date): Partial<Expert> {
  if (expert.active) throw expertProblem['already-active']();
  return { active: true, pauseReason: null, updatedAt: now };
}

/** Days on which no visit is possible around `date`: the absences, and the day itself when it is not one of the weekdays. */
export function unavailableAround(expert: Pick<Expert, 'weekdays' | 'absences'>, date: string): Absence[] {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const off = expert.weekdays.includes(weekday) ? [] : [{ from: date, to: date }];
  return [...expert.absences, ...off];
}

function checked<P extends ExpertProfile>(profile: P): P & Pick<Expert, 'skillKeys'> {
  for (const { from, to } of profile.absences) {
    if (to < from) throw expertProblem['absence-ends-before-start']({ from, to });
  }
  const skills = profile.skills.map(tidyName);
  return { ...profile, skills, skillKeys: skills.map(nameKey) };
}
