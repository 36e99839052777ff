import { Env, ServiceConfig } from '@qi/platform';

/** What the experts service reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4104') override port: number;
}
