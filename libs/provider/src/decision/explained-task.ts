import { hasRole } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { TaskOpened } from '../candidate-finder';
import { overseers } from '../job/job-scope';
import type { ExplainDto } from './decision.dto';

/** Ids that belong to nothing: a dry run has no task, request or platform. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const DRY_RUN = { sub: '-', name: '-' };

/** A task as the window would open it for the demand of a dry run. A firm tries out its own demands and dispatches nothing. */
export function explainedTask(dto: ExplainDto, actor: Actor, at: Date): TaskOpened {
  const { element, demand, areaCode, longitude, latitude, needBy, excluded, preferred } = dto;
  const dispatchedTo = hasRole(actor, ...overseers) ? dto.dispatchedTo : undefined;
  const enterpriseId = actor.org?.kind === 'enterprise' ? actor.org.id : dto.enterpriseId;
  return {
    taskId: NOBODY,
    taskNumber: '-',
    requestId: NOBODY,
    requestNumber: '-',
    round: 1,
    element,
    item: { code: '-', version: 1, name: { zh: '试算', en: 'dry run' } },
    demand,
    enterprise: {
      id: enterpriseId ?? NOBODY,
      uscc: dto.enterpriseUscc ?? '-',
      name: '-',
      areaCode,
      ...(longitude !== undefined && latitude !== undefined && { longitude, latitude }),
    },
    platformId: NOBODY,
    ...(needBy && { needBy }),
    urgency: 'normal',
    secrecy: 'normal',
    consents: { subcontracting: dto.subcontracting, disclosure: false },
    excluded,
    preferred,
    ...(dispatchedTo && { dispatchedTo: { providerId: dispatchedTo, by: DRY_RUN, reason: '-' } }),
    eligibleProviders: dto.eligibleProviders,
    answerWithin: 1,
    dependencies: [],
    at: at.toISOString(),
  };
}
