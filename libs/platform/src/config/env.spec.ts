import { IsIn, IsOptional, IsString, MinLength } from 'class-validator';
import { configWith, Env, readConfig } from './env';
import { databaseUrlOf, jwksUrl, kafkaSecurity, ServiceConfig } from './service-config';

class MailConfig extends ServiceConfig {
  @Env('MAIL_HOST', 'localhost')
  @IsString()
  mailHost: string;

  @Env('MAIL_MODE')
  @IsOptional()
  @IsIn(['plain', 'tls'])
  mailMode?: string;

  @Env('MAIL_SECRET', 'development')
  @MinLength(8)
  secret: string;
}

describe('configuration', () => {
  it('needs nothing of the environment in development', () => {
    const { config, faults } = readConfig(MailConfig, {});
    expect(faults).toEqual([]);
    expect(config).toMatchObject({ mailHost: 'localhost', port: 0, brokers: ['127.0.0.1:9092'], testClock: false });
    expect(config.dataDir).toMatch(/^\/.*\.data$/);
  });

  it('reads numbers, flags and lists, and takes an empty variable as absent', () => {
    const { config } = readConfig(MailConfig, {
      ...{ PORT: '4101', QI_TEST_CLOCK: 'true', KAFKA_BROKERS: 'a:1, b:2', MAIL_HOST: '', KAFKA_SSL: 'false' },
    });
    expect(config).toMatchObject({
      port: 4101,
      testClock: true,
      brokers: ['a:1', 'b:2'],
      mailHost: 'localhost',
      kafkaSsl: false,
    });
  });

  it('names all faults at once, by their variables', () => {
    const { faults } = readConfig(MailConfig, {
      ...{ PORT: 'http', QI_TEST_CLOCK: 'yes', KAFKA_BROKERS: 'nowhere', MAIL_MODE: 'smoke', MAIL_SECRET: 'short' },
      ...{ QI_JWKS_URL: 'ftp://x', QI_POSTGRES_URL: 'mysql://x', QI_LOG_LEVEL: 'loud', QI_TOPIC_PREFIX: 'a b' },
    });
    expect([...new Set(faults.map(({ variable }) => variable))].sort()).toEqual([
      ...['KAFKA_BROKERS', 'MAIL_MODE', 'MAIL_SECRET', 'PORT', 'QI_JWKS_URL', 'QI_LOG_LEVEL', 'QI_POSTGRES_URL'],
      ...['QI_TEST_CLOCK', 'QI_TOPIC_PREFIX'],
    ]);
  });

  it('cannot be changed once read', () => {
    const { config } = readConfig(MailConfig, {});
    expect(() => Object.assign(config, { mailHost: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(configWith(MailConfig, { mailHost: 'y' }), { mailHost: 'x' })).toThrow(TypeError);
    expect(configWith(MailConfig, { mailHost: 'y' }).mailHost).toBe('y');
  });

  it.each([
    ['postgres://u:p@h:5432/postgres', 'postgres://u:p@h:5432/qi_service_requests'],
    ['postgres://u:p@h:5432', 'postgres://u:p@h:5432/qi_service_requests'],
    ['postgres://u:p@h:5432/own?sslmode=require', 'postgres://u:p@h:5432/own?sslmode=require'],
  ])('%s leads to %s', (server, own) => {
    expect(databaseUrlOf('service-requests', server)).toBe(own);
  });

  it('gives the broker’s credentials only when a mechanism is set', () => {
    expect(kafkaSecurity(configWith(ServiceConfig, { kafkaSsl: true }))).toEqual({ ssl: true });
    const set = configWith(ServiceConfig, {
      kafkaSaslMechanism: 'plain',
      kafkaSaslUsername: 'u',
      kafkaSaslPassword: 'p',
    });
    expect(kafkaSecurity(set).sasl).toEqual({ mechanism: 'plain', username: 'u', password: 'p' });
  });

  it('takes the development keys when no address is given', () => {
    expect(jwksUrl({ dataDir: '/x' }).toString()).toBe('file:///x/keys/jwks.json');
    expect(jwksUrl({ dataDir: '/x', jwks: 'https://k/j' }).toString()).toBe('https://k/j');
  });
});
