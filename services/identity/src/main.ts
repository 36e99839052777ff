import { bootstrap } from '@qi/platform';
import { identity } from './identity';

void bootstrap(identity);
