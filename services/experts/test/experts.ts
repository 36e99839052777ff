import type { Actor } from '@qi/platform';
import { actor } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';

/** The service as tests start it. */
export const experts = { service: 'experts', config: Config, module: (config: Config) => AppModule.for(config) };

export const api = '/api/experts/v1';
export const administrator = actor('administrator', { areas: ['330000'] });

export function themselves(expertId: string): Actor {
  return actor('expert', { org: { kind: 'expert', id: expertId } });
}

export interface ExpertBody {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
  readonly skills: readonly string[];
  readonly weekdays: readonly number[];
}

export interface ProblemBody {
  readonly type: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

export function anExpert(changes: object = {}) {
  return {
    name: '专家甲',
    areaCode: '330400',
    longitude: 120.75,
    latitude: 30.75,
    skills: ['质量诊断', '首席质量官辅导'],
    industries: ['2456'],
    areas: ['330400'],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    capacityPerWeek: 5,
    ...changes,
  };
}
