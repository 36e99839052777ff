import { Env, ServiceConfig } from '@qi/platform';

/** What the standards library reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4106') override port: number;
}
