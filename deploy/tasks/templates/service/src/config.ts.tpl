import { ServiceConfig } from '@qi/platform';

/** What this service reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {}
