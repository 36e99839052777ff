import { Env, ServiceConfig } from '@qi/platform';
import { Transform } from 'class-transformer';
import { IsObject } from 'class-validator';

const asPairs = Transform(({ value }) =>
  typeof value === 'string'
    ? (Object.fromEntries(value.split(',').map((pair) => pair.trim().split('=', 2))) as unknown)
    : (value as unknown),
);

const ON_ONE_MACHINE =
  'service-requests=http://127.0.0.1:4101,institutions=http://127.0.0.1:4102,metrology=http://127.0.0.1:4103';

/** What the standards library reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4106') override port: number;

  /** `name=address` of the services that are asked who cites a standard, separated by commas. */
  @Env('QI_SERVICES', ON_ONE_MACHINE)
  @asPairs
  @IsObject()
  services: Readonly<Record<string, string>>;
}
