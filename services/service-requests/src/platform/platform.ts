import { PlatformChangedV1, platformTransitions, type PlatformStatus } from '@qi/contracts';
import { areaContains, assertTransition, problems, type Decision, type DomainError, type Words } from '@qi/kernel';

/** A one-stop platform: some industries in some districts. Several districts may share one. */
export interface Platform {
  readonly id: string;
  readonly name: Words;
  readonly status: PlatformStatus;
  /** GB/T 4754 classes or the shorter codes above them: `2456`, `24`, `C`. */
  readonly industryCodes: string[];
  readonly areaCodes: string[];
  readonly address: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly openingHours: string | null;
  readonly phone: string | null;
  /** Set when merged: where its firms go now. */
  readonly mergedIntoId: string | null;
}

export type PlatformProfile = Omit<Platform, 'id' | 'status' | 'mergedIntoId'>;
export type PlatformDecision = Decision<Platform, ReturnType<typeof PlatformChangedV1.of>>;

export const platformProblem = problems('platform', {
  unknown: { kind: 'not-found', zh: '平台不存在', en: 'there is no such platform' },
  'outside-areas': {
    kind: 'forbidden',
    zh: '平台所在区划不全在您的管辖范围内：{areaCodes}',
    en: 'the platform covers areas that are not yours: {areaCodes}',
  },
  'not-open': {
    kind: 'conflict',
    zh: '平台未开放（状态：{status}）',
    en: 'the platform is not open (it is {status})',
  },
  'not-changeable': {
    kind: 'conflict',
    zh: '平台已{status}，不能修改',
    en: 'a platform that is {status} cannot be changed',
  },
  'merge-into-itself': { kind: 'invalid', zh: '平台不能并入自身', en: 'a platform cannot be merged into itself' },
  'target-not-open': {
    kind: 'conflict',
    zh: '并入的目标平台未开放（状态：{status}）',
    en: 'the platform to merge into is not open (it is {status})',
  },
});

/** A new platform starts as planned: not yet shown as a place to go. */
export function plan(id: string, profile: PlatformProfile, now: Date): PlatformDecision {
  const platform: Platform = { ...tidy(profile), id, status: 'planned', mergedIntoId: null };
  return changed(platform, platform, now);
}

export function revise(platform: Platform, profile: PlatformProfile, now: Date): PlatformDecision {
  if (platformTransitions[platform.status].length === 0) {
    throw platformProblem['not-changeable']({ status: platform.status });
  }
  return changed(platform, tidy(profile), now);
}

export function open(platform: Platform, now: Date): PlatformDecision {
  return go(platform, { status: 'open' }, now);
}

export function close(platform: Platform, now: Date): PlatformDecision {
  return go(platform, { status: 'closed' }, now);
}

/** Its firms are served by `target` from now on; the target must be open itself, so that a chain of mergers always ends. */
export function merge(platform: Platform, target: Platform, now: Date): PlatformDecision {
  if (platform.id === target.id) throw platformProblem['merge-into-itself']();
  const decision = go(platform, { status: 'merged', mergedIntoId: target.id }, now);
  if (target.status !== 'open') throw platformProblem['target-not-open']({ status: target.status });
  return decision;
}

/** The areas of the platform that lie in none of `areas`; an administrator manages a platform only when there are none. */
export function areasOutside(platform: Pick<Platform, 'areaCodes'>, areas: readonly string[]): string[] {
  return platform.areaCodes.filter((code) => !areas.some((area) => areaContains(area, code)));
}

export function notOpen(platform: Platform): DomainError {
  const { status, mergedIntoId } = platform;
  return platformProblem['not-open']({ status, ...(mergedIntoId ? { mergedIntoId } : {}) });
}

function go(platform: Platform, next: Partial<Platform> & { status: PlatformStatus }, now: Date): PlatformDecision {
  assertTransition('platform', platformTransitions, platform.status, next.status);
  return changed(platform, next, now);
}

function changed(platform: Platform, next: Partial<Platform>, now: Date): PlatformDecision {
  const { id, name, status, areaCodes } = { ...platform, ...next };
  const event = PlatformChangedV1.of({ platformId: id, name, status, areaCodes, at: now.toISOString() });
  return { next, events: [event] };
}

function tidy(profile: PlatformProfile): PlatformProfile {
  return {
    ...profile,
    industryCodes: [...new Set(profile.industryCodes)].sort(),
    areaCodes: [...new Set(profile.areaCodes)].sort(),
  };
}
