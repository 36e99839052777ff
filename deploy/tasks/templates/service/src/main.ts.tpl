import { bootstrap } from '@qi/platform';
import { AppModule } from './app.module';
import { Config } from './config';

void bootstrap({ service: '__service__', module: (config) => AppModule.for(config), config: Config });
