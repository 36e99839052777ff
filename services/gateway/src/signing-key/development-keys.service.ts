import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { jwksUrl, SERVICE_CONFIG } from '@qi/platform';
import type { JWK } from 'jose';
import type { Config } from '../config';

/** In demo mode services also take tokens made by hand: their keys are shown beside the gateway's own. */
@Injectable()
export class DevelopmentKeys {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: Config) {}

  async shown(): Promise<JWK[]> {
    const url = jwksUrl(this.config);
    if (!this.config.demo || url.protocol !== 'file:') return [];
    return (JSON.parse(await readFile(url, 'utf8')) as { keys: JWK[] }).keys;
  }
}
