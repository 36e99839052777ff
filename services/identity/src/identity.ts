import { AppModule } from './app.module';
import { Config } from './config';
import { mountPages } from './page/page.edge';

/** The service as a process and as tests start it. */
export const identity = {
  service: 'identity' as const,
  config: Config,
  module: (config: Config) => AppModule.for(config),
  edge: mountPages,
};
