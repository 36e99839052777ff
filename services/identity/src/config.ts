import { Env, ServiceConfig } from '@qi/platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUrl, Matches, MinLength } from 'class-validator';

/** What identity reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  /** The address that browsers know: the gateway's. The issuer is `<it>/identity`. */
  @Env('QI_PUBLIC_URL', 'http://127.0.0.1:4100')
  @Matches(/^https?:\/\/[^/?#]+$/, { message: 'must be an http: or https: URL without a path' })
  publicUrl: string;

  /** Of the client `qi-gateway`. Absent: a file in the data folder, made on first use. */
  @Env('OIDC_CLIENT_SECRET')
  @IsOptional()
  @MinLength(32)
  clientSecret?: string;

  /** Where the gateway hears of sign-outs, at its inside address. Absent: under the public address. */
  @Env('OIDC_BACKCHANNEL_LOGOUT_URL')
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  backchannelLogoutUrl?: string;

  /** JSON file with the metadata (OpenID Connect Registration §2) of applications of others that may ask who signs in. */
  @Env('QI_OIDC_CLIENTS')
  @IsOptional()
  @IsString()
  clientsFile?: string;

  /**
   * Seals signing keys and second factors in the database, and signs cookies. Several, separated by commas, for a change:
   * the first one seals, all of them open. Absent: a file in the data folder, made on first use.
   */
  @Env('QI_IDENTITY_SECRET')
  @IsOptional()
  @Matches(/^[^,\s]{32,}(,[^,\s]{32,})*$/, { message: 'must be texts of 32 characters and more, separated by commas' })
  secret?: string;

  /** Opens the demo accounts. Never in production: their password is known to everybody. */
  @Env('QI_DEMO', 'false')
  @Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown))
  @IsBoolean()
  demo: boolean;
}
