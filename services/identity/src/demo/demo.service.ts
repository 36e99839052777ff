import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import { AccountService } from '../account/account.service';
import type { Config } from '../config';

interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly sub: string; readonly email: string; readonly name: string }[];
}

/** Enters the accounts that stand in `demo-accounts.json` of the data folder. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  constructor(
    private readonly accounts: AccountService,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const file = join(this.config.dataDir, 'demo-accounts.json');
    const { accounts, password } = JSON.parse(await readFile(file, 'utf8')) as DemoAccounts;
    await this.accounts.enter(accounts, password);
    new Logger('Demo').warn(`demo mode: ${accounts.length} accounts whose password everybody knows`);
  }
}
