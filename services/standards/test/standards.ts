import { actor } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';

/** The service as tests start it. */
export const standards = {
  service: 'standards' as const,
  config: Config,
  module: (config: Config) => AppModule.for(config),
};

export const api = '/api/standards/v1';
export const administrator = actor('administrator', { areas: ['330000'] });

export interface StandardBody {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly relations: readonly { readonly number: string; readonly kind: string; readonly other: string }[];
}

export const oldTricycle = {
  number: 'GB 14747-2006',
  title: { zh: '儿童三轮车安全要求', en: 'Safety requirements for child tricycles' },
  ics: ['97.190'],
  ccs: ['Y57'],
  issuedOn: '2006-02-21',
  inForceFrom: '2006-10-01',
  endsOn: '2026-10-31',
};

export const newTricycle = {
  number: 'GB/T 14747-2025',
  title: { zh: '儿童骑行及活动用品安全 儿童三轮车' },
  ics: ['97.190'],
  ccs: ['Y57'],
  inForceFrom: '2026-11-01',
  relations: [{ kind: 'replaces', other: 'GB 14747-2006', since: '2026-11-01' }],
};

export const generalRules = {
  number: 'GB 46517-2025',
  title: { zh: '儿童骑行及活动用品 通用安全要求' },
  inForceFrom: '2026-11-01',
  relations: [{ kind: 'replaces', other: 'GB 14747-2006', extent: 'part', since: '2026-11-01' }],
};
