import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AccountService } from '../account/account.service';
import { OidcService } from '../oidc/oidc.service';

/** One step of a browser: what it asked and the answer to be written. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly oidc: OidcService,
    private readonly accounts: AccountService,
  ) {}

  /** The sign-in that this browser has begun. Throws `SessionNotFound` when it has begun none or waited too long. */
  async begun(request: Request, response: Response): Promise<{ email: string }> {
    const { params } = await this.oidc.provider.interactionDetails(request, response);
    const hint = params['login_hint'];
    return { email: typeof hint === 'string' ? hint : '' };
  }

  /** Signs in and sends the browser on; false when e-mail address and password do not belong together. */
  async enter({ request, response }: Exchange, email: string, password: string): Promise<boolean> {
    const { provider } = this.oidc;
    await provider.interactionDetails(request, response);
    const account = await this.accounts.authenticate(email, password);
    if (!account) return false;
    const login = { accountId: account.sub, amr: ['pwd'] };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    return true;
  }

  async cancel({ request, response }: Exchange): Promise<void> {
    const refused = { error: 'access_denied', error_description: 'the person did not sign in' };
    await this.oidc.provider.interactionFinished(request, response, refused, { mergeWithLastSubmission: false });
  }
}
