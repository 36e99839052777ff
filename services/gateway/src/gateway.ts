import type { ServiceDefinition } from '@qi/platform';
import { AppModule } from './app.module';
import { Config } from './config';
import { Front } from './front/front.service';

/** The edge: its front answers or proxies most requests; what is left is an API as every service has. */
export const gateway: ServiceDefinition<Config> = {
  service: 'gateway',
  config: Config,
  module: (config) => AppModule.for(config),
  front: (app, next) => app.get(Front).listener(next),
};
