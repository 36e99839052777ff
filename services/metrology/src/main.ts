import { bootstrap } from '@qi/platform';
import { AppModule } from './app.module';
import { Config } from './config';

void bootstrap({ service: 'metrology', module: (config) => AppModule.for(config), config: Config });
