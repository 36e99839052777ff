import { Env, ServiceConfig } from '@qi/platform';

/** What the institutions service reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4102') override port: number;
}
