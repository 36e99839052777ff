import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Transform, Type } from 'class-transformer';
import { ArrayNotEmpty, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Env } from './env';

const asBoolean = Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown));
const asList = Transform(({ value }) =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean)
    : (value as unknown),
);

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every service has. A service extends it with its own variables and sets a default of its own for `port`. */
export class ServiceConfig {
  /** 0 takes a free port. */
  @Env('PORT', '0')
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port: number;

  @Env('QI_HOST', '127.0.0.1')
  @IsString()
  host: string;

  /** A server's URL; the service's own database is chosen by `databaseUrlOf` unless the URL names one. */
  @Env('QI_POSTGRES_URL', 'postgres://postgres@127.0.0.1:5432/postgres')
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgres:// URL' })
  databaseUrl: string;

  @Env('QI_POSTGRES_POOL', '16')
  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(200)
  databasePool: number;

  @Env('KAFKA_BROKERS', '127.0.0.1:9092')
  @asList
  @ArrayNotEmpty()
  @Matches(/^[^\s:]+:\d+$/, { each: true, message: 'must be host:port, separated by commas' })
  brokers: string[];

  @Env('KAFKA_SSL', 'false')
  @asBoolean
  @IsBoolean()
  kafkaSsl: boolean;

  @Env('KAFKA_SASL_MECHANISM')
  @IsOptional()
  @IsIn(['plain', 'scram-sha-256', 'scram-sha-512'])
  kafkaSaslMechanism?: 'plain' | 'scram-sha-256' | 'scram-sha-512';

  @Env('KAFKA_SASL_USERNAME')
  @IsOptional()
  @IsString()
  kafkaSaslUsername?: string;

  @Env('KAFKA_SASL_PASSWORD')
  @IsOptional()
  @IsString()
  kafkaSaslPassword?: string;

  /** Put before every topic and group name, so that several installations or tests share one broker. */
  @Env('QI_TOPIC_PREFIX')
  @IsOptional()
  @Matches(/^[\w.-]{0,60}$/, { message: 'may hold letters, digits, dot, dash and underscore, at most 60' })
  topicPrefix?: string;

  /** `file:`, `http:` or `https:` address of the keys that sign tokens. Absent: development keys in the data folder. */
  @Env('QI_JWKS_URL')
  @IsOptional()
  @Matches(/^(file|https?):\/\//, { message: 'must be a file:, http: or https: URL' })
  jwks?: string;

  /** Tokens have to be meant for it; the service's own name unless set. */
  @Env('QI_JWT_AUDIENCE')
  @IsOptional()
  @IsString()
  audience?: string;

  @Env('QI_JWT_ISSUER', 'qi')
  @IsString()
  issuer: string;

  @Env('QI_LOG_LEVEL', 'info')
  @IsIn(logLevels)
  logLevel: (typeof logLevels)[number];

  /** Opens `POST /development/clock`. For demonstrations and tests only. */
  @Env('QI_TEST_CLOCK', 'false')
  @asBoolean
  @IsBoolean()
  testClock: boolean;

  @Env('QI_DATA_DIR', '.data')
  @Transform(({ value }) => (typeof value === 'string' ? resolve(projectRoot(), value) : (value as unknown)))
  @IsString()
  dataDir: string;

  /**
   * How long it is kept who looked at whose data. Three years, as records of handling personal data are (Personal
   * Information Protection Law, art. 56); never less than the six months that the Cybersecurity Law asks for.
   */
  @Env('QI_ACCESS_LOG_DAYS', '1096')
  @Type(() => Number)
  @IsInt()
  @Min(184)
  @Max(36_525)
  accessLogDays: number;

  /** How long requests in flight may take to finish after a stop was asked for. */
  @Env('QI_DRAIN_SECONDS', '10')
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(600)
  drainSeconds: number;
}

/** Folder of the development keys. */
export function keysFolder(config: Pick<ServiceConfig, 'dataDir'>): string {
  return join(config.dataDir, 'keys');
}

export function jwksUrl(config: Pick<ServiceConfig, 'dataDir' | 'jwks'>): URL {
  return config.jwks ? new URL(config.jwks) : pathToFileURL(join(keysFolder(config), 'jwks.json'));
}

/** The URL as it is when it names a database; `…/postgres` and no name at all stand for `qi_<service>`. */
export function databaseUrlOf(service: string, serverUrl: string): string {
  const url = new URL(serverUrl);
  const named = decodeURIComponent(url.pathname.slice(1));
  if (named === '' || named === 'postgres') url.pathname = `/qi_${service.replaceAll('-', '_')}`;
  return url.toString();
}

/** Client settings of the broker, in the form the Kafka client takes. */
export function kafkaSecurity(config: ServiceConfig): { ssl: boolean; sasl?: KafkaSasl } {
  const { kafkaSsl, kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword } = config;
  if (!kafkaSaslMechanism) return { ssl: kafkaSsl };
  const sasl = { mechanism: kafkaSaslMechanism, username: kafkaSaslUsername ?? '', password: kafkaSaslPassword ?? '' };
  return { ssl: kafkaSsl, sasl };
}

type Mechanism = NonNullable<ServiceConfig['kafkaSaslMechanism']>;

/** One alternative a mechanism: clients tell them apart by it. */
export type KafkaSasl = {
  [M in Mechanism]: { readonly mechanism: M; readonly username: string; readonly password: string };
}[Mechanism];

/** The folder of the workspace above the working directory, or the working directory where there is none (a container). */
export function projectRoot(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && 'workspaces' in (JSON.parse(readFileSync(manifest, 'utf8')) as object)) return folder;
    if (dirname(folder) === folder) return from;
  }
}
