import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

const CHATTY = ['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication'];

/** Nest tells every module and route it starts: a hundred lines that nobody reads go to `debug`. */
@Injectable()
export class ServiceLogger extends Logger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (CHATTY.includes(String(rest.at(-1)))) super.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}
