import { actsFor, areaPrefixes, hasRole } from '@qi/platform';
import type { Actor, Role } from '@qi/platform';
import type { ProviderSettings } from '../provider-options';
import type { JobRow } from './job.row';

/** Who works on jobs, within the provider's organisation. */
export const jobWorkers: readonly Role[] = [
  'coordinator',
  'receiver',
  'tester',
  'reviewer',
  'signatory',
  'metrology-coordinator',
  'metrology-verifier',
  'metrology-signatory',
  'expert',
  'trainer',
];
/** Who answers offers and gives up jobs for the provider. */
export const jobCoordinators: readonly Role[] = ['coordinator', 'metrology-coordinator', 'expert', 'trainer'];
/** Who hands over results. */
export const jobDeliverers: readonly Role[] = [...jobCoordinators, 'signatory', 'metrology-signatory'];
/** Who watches over the jobs of their areas. */
export const overseers: readonly Role[] = ['clerk', 'steward', 'administrator', 'operator'];

/** Those who know the client; without one of these roles a worker sees the blind number. */
const knowClient: readonly Role[] = [
  'coordinator',
  'receiver',
  'signatory',
  'metrology-coordinator',
  'metrology-signatory',
  'expert',
  'trainer',
];

export function isOwnJob(actor: Actor, job: Pick<JobRow, 'providerId'>, { organisation }: ProviderSettings): boolean {
  return actsFor(actor, organisation, job.providerId);
}

/** Testers work blind, so that nothing but the sample speaks (ISO/IEC 17025:2017 4.1, 4.2). */
export function worksBlind(actor: Actor, { organisation }: Pick<ProviderSettings, 'organisation'>): boolean {
  return actor.org?.kind === organisation && !hasRole(actor, ...knowClient);
}

export interface ScopeSql {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The jobs an actor may see, as a condition on alias `job`: a provider its own, a firm those done for it, an overseer
 * those of firms in its areas, an auditor all. Whoever has no claim sees none.
 */
export function scopeOf(actor: Actor, { organisation }: Pick<ProviderSettings, 'organisation'>): ScopeSql {
  if (hasRole(actor, 'auditor')) return { where: 'true', parameters: {} };
  if (actor.org?.kind === organisation && hasRole(actor, ...jobWorkers)) {
    return { where: 'job.provider_id = :org', parameters: { org: actor.org.id } };
  }
  if (actor.org?.kind === 'enterprise') {
    return { where: 'job.enterprise_id = :org', parameters: { org: actor.org.id } };
  }
  if (!hasRole(actor, ...overseers)) return { where: 'false', parameters: {} };
  const areas = areaPrefixes(actor).map((prefix) => `${prefix}%`);
  return { where: 'job.area_code like any(:areas)', parameters: { areas } };
}
