import './collect-early';
import { bootstrap } from '@qi/platform';
import { AppModule } from './app.module';
import { Config } from './config';

void bootstrap({ service: 'institutions', module: (config) => AppModule.for(config), config: Config });
