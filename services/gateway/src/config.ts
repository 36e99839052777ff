import { Env, generatedSecret, projectRoot, ServiceConfig } from '@qi/platform';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsObject, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';
import { join } from 'node:path';

const asUrl = IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true });
const asPairs = Transform(({ value }) =>
  typeof value === 'string' ? Object.fromEntries(value.split(',').map((pair) => pair.trim().split('=', 2))) : value,
);

const asList = Transform(({ value }) =>
  typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value,
);

const ON_ONE_MACHINE = [
  ...['service-requests=http://127.0.0.1:4101', 'institutions=http://127.0.0.1:4102'],
  ...['metrology=http://127.0.0.1:4103', 'experts=http://127.0.0.1:4104', 'monitoring=http://127.0.0.1:4105'],
  ...['standards=http://127.0.0.1:4106', 'identity=http://127.0.0.1:4107'],
].join(',');

/** What the gateway reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4100') override port: number;

  /** Where browsers find the gateway; scheme, host and port, no path. */
  @Env('QI_PUBLIC_URL', 'http://127.0.0.1:4100')
  @asUrl
  publicUrl: string;

  /** `name=address` of each service behind the gateway, separated by commas. */
  @Env('QI_SERVICES', ON_ONE_MACHINE)
  @asPairs
  @IsObject()
  services: Readonly<Record<string, string>>;

  /** An outside OpenID provider. Absent: the service `identity`, under `/identity` of the public address. */
  @Env('OIDC_ISSUER')
  @IsOptional()
  @asUrl
  oidcIssuer?: string;

  @Env('OIDC_CLIENT_ID', 'qi-gateway')
  @IsString()
  oidcClientId: string;

  /** Absent: a secret made on first use in the data folder, which `identity` on the same machine shares. */
  @Env('OIDC_CLIENT_SECRET')
  @IsOptional()
  @IsString()
  oidcClientSecret?: string;

  /** `theirs=ours`: roles that the provider gives, in the claim `qi_roles`, and the roles they stand for here. Absent: none. */
  @Env('OIDC_ROLE_MAP')
  @IsOptional()
  @asPairs
  @IsObject()
  oidcRoleMap?: Readonly<Record<string, string>>;

  /** E-mail addresses, proven by the provider, of those who operate the platform: who else could invite the first? */
  @Env('QI_OPERATORS')
  @IsOptional()
  @asList
  @IsEmail({}, { each: true })
  operators?: string[];

  /** `staff`: windows, administrations and signatories sign in with a code beside the password. `off`: nobody has to. */
  @Env('QI_SECOND_FACTOR', 'staff')
  @IsIn(['staff', 'off'])
  secondFactor: 'staff' | 'off';

  /** The authentication context class by which the provider calls a password and a code. */
  @Env('OIDC_SECOND_FACTOR_ACR', 'urn:qi:acr:second-factor')
  @IsString()
  secondFactorAcr: string;

  @Env('QI_SESSION_IDLE_MINUTES', '60')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24 * 60)
  sessionIdleMinutes: number;

  @Env('QI_SESSION_HOURS', '12')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24 * 7)
  sessionHours: number;

  /** The largest body that is passed on, in megabytes; services set narrower limits of their own. */
  @Env('QI_BODY_LIMIT_MB', '64')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1024)
  bodyLimitMb: number;

  /** Opens the demo accounts' memberships, and takes tokens of the development key. Never in production. */
  @Env('QI_DEMO', 'false')
  @Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown))
  @IsBoolean()
  demo: boolean;

  /** Folder of the built portal. */
  @Env('QI_PORTAL_DIR')
  @IsOptional()
  @IsString()
  portalDir?: string;
}

export function portalFolder(config: Pick<Config, 'portalDir'>): string {
  return config.portalDir ?? join(projectRoot(), 'services/portal/dist');
}

export function issuerOf(config: Pick<Config, 'oidcIssuer' | 'publicUrl'>): string {
  return config.oidcIssuer ?? new URL('/identity', config.publicUrl).toString();
}

export async function clientSecretOf(
  config: Pick<Config, 'oidcClientSecret' | 'oidcClientId' | 'dataDir'>,
): Promise<string> {
  return config.oidcClientSecret ?? generatedSecret(config, config.oidcClientId);
}
