import { nameKey } from '@qi/kernel';
import { Injectable } from '@nestjs/common';
import { CandidateFinder } from '@qi/provider';
import type { AdviceFacts, Candidate, TaskOpened } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { unavailableAround } from '../expert/expert';
import type { Absence } from '../expert/expert';

interface ExpertFact {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly skills: readonly string[];
  readonly skillKeys: readonly string[];
  readonly areas: readonly string[];
  readonly weekdays: number[];
  readonly absences: Absence[];
  readonly conflicts: readonly string[];
  readonly capacityPerWeek: number;
  readonly active: boolean;
  readonly pauseReason: string | null;
}

/** Experts with any of the skills; when a task names none, all who take visits. */
const EXPERTS = `
  select id, name, area_code as "areaCode", longitude, latitude, skills, skill_keys as "skillKeys", areas, weekdays,
    absences, conflicts, capacity_per_week as "capacityPerWeek", active, pause_reason as "pauseReason"
  from expert where skill_keys && $1::text[] or ($2 and active)
  order by id`;

@Injectable()
export class ExpertFinder extends CandidateFinder<AdviceFacts> {
  async find(task: TaskOpened, tx: EntityManager): Promise<Candidate<AdviceFacts>[]> {
    const [candidates = []] = await this.findMany([task], tx);
    return candidates;
  }

  override async findMany(tasks: readonly TaskOpened[], tx: EntityManager): Promise<Candidate<AdviceFacts>[][]> {
    const wanted = tasks.map(({ demand }) => demand.skills.map(nameKey));
    const anyone = wanted.some((skills) => skills.length === 0);
    const experts = await tx.query<ExpertFact[]>(EXPERTS, [[...new Set(wanted.flat())], anyone]);
    return tasks.map(({ demand }, at) => {
      const skills = wanted[at] ?? [];
      const fit = experts.filter((expert) =>
        skills.length === 0 ? expert.active : skills.some((skill) => expert.skillKeys.includes(skill)),
      );
      return fit.map((expert) => candidateOf(expert, demand.plannedDate));
    });
  }
}

function candidateOf(expert: ExpertFact, plannedDate: string): Candidate<AdviceFacts> {
  const { id, name, areaCode, longitude, latitude, areas, capacityPerWeek, conflicts, active, pauseReason } = expert;
  const reason = pauseReason ?? '';
  return {
    ...{ providerId: id, name, areaCode, areasServed: areas, capacityPerWeek, conflicts, openJobs: 0, active },
    ...(longitude === null || latitude === null ? {} : { longitude, latitude }),
    ...(active ? {} : { inactiveReason: { zh: `专家暂停接受任务：${reason}`, en: `paused: ${reason}` } }),
    facts: { skills: expert.skills, unavailable: unavailableAround(expert, plannedDate) },
  };
}
