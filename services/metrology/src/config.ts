import { Env, ServiceConfig } from '@qi/platform';

/** What metrology reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4103') override port: number;
}
