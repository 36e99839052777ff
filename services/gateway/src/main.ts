import { bootstrap } from '@qi/platform';
import { gateway } from './gateway';

void bootstrap(gateway);
