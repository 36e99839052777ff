import { Env, ServiceConfig } from '@qi/platform';
import { Matches } from 'class-validator';

/** What the window reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4101') override port: number;

  /** Address of the portal as the public reaches it: printed on slips as a QR code. */
  @Env('QI_PUBLIC_URL', 'http://localhost:4100')
  @Matches(/^https?:\/\//, { message: 'must be an http: or https: URL' })
  publicUrl: string;
}
