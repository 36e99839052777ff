import { Injectable } from '@nestjs/common';
import type { Interaction, InteractionResult, Provider } from 'oidc-provider';
import { emailKey, type Account } from '../account/account';
import { AccountService } from '../account/account.service';
import { AttemptService } from '../attempt/attempt.service';
import { asksForSecondFactor, SECOND_FACTOR } from '../oidc/oidc.policy';
import { OidcService } from '../oidc/oidc.service';
import type { Visit } from '../page/page.decorator';
import { pagePolicy } from '../page/policy';
import { SecondFactorService } from '../second-factor/second-factor.service';

/** What comes after the right password. */
export type Next = 'done' | 'code' | 'set-up';

const OWN = { mergeWithLastSubmission: false } as const;

/** The steps of a sign-in that a browser has begun; each throws `SessionNotFound` when it has begun none, or too long ago. */
@Injectable()
export class SignInService {
  constructor(
    private readonly oidc: OidcService,
    private readonly accounts: AccountService,
    private readonly attempts: AttemptService,
    private readonly factors: SecondFactorService,
  ) {}

  async begun(visit: Visit): Promise<Interaction> {
    return (await this.open(visit)).interaction;
  }

  /** Undefined when e-mail address and password do not belong together. Throws `attempt/too-many`. */
  async password(visit: Visit, email: string, password: string): Promise<Next | undefined> {
    const { interaction } = await this.open(visit);
    const ofAccount = ['sign-in-account', emailKey(email)] as const;
    const ofAddress = ['sign-in-address', visit.address] as const;
    await this.attempts.take(ofAccount, ofAddress);
    const account = await this.accounts.authenticate(email, password);
    if (!account) return undefined;
    await Promise.all([this.attempts.forget(ofAccount), this.attempts.giveBack(ofAddress)]);
    return this.afterPassword(visit, interaction, account.sub);
  }

  /** Whose password was right in this sign-in. */
  async known(visit: Visit): Promise<Account | undefined> {
    const passed = (await this.begun(visit)).result?.['passed'];
    return typeof passed === 'string' ? this.accounts.find(passed) : undefined;
  }

  /** Signs in when the code is right. Throws `attempt/too-many`. */
  async code(visit: Visit, { sub }: Account, code: string): Promise<boolean> {
    if (!(await this.factors.check(sub, code))) return false;
    await this.finish(visit, sub, true);
    return true;
  }

  /** Turns the second factor on in the middle of a sign-in that wants one; gives the recovery codes. */
  async setUp(visit: Visit, { sub }: Account, code: string): Promise<string[] | undefined> {
    const codes = await this.factors.confirm(sub, code);
    if (codes) await this.keep(visit, { passed: sub, codeGiven: true });
    return codes;
  }

  /** Goes on after the recovery codes were shown. */
  async goOn(visit: Visit): Promise<void> {
    const { passed, codeGiven } = (await this.begun(visit)).result ?? {};
    if (typeof passed === 'string' && codeGiven === true) await this.finish(visit, passed, true);
    else visit.response.redirect(303, visit.request.originalUrl.replace(/\/go-on$/, ''));
  }

  async cancel(visit: Visit): Promise<void> {
    const { provider } = await this.open(visit);
    const refused = { error: 'access_denied', error_description: 'the person did not sign in' };
    await provider.interactionFinished(visit.request, visit.response, refused, OWN);
  }

  private async afterPassword(visit: Visit, { params }: Interaction, sub: string): Promise<Next> {
    const on = await this.factors.isOn(sub);
    if (!on && !asksForSecondFactor(params)) {
      await this.finish(visit, sub, false);
      return 'done';
    }
    await this.keep(visit, { passed: sub });
    return on ? 'code' : 'set-up';
  }

  private async finish({ request, response }: Visit, sub: string, codeGiven: boolean): Promise<void> {
    const how = codeGiven ? { amr: ['pwd', 'otp', 'mfa'], acr: SECOND_FACTOR } : { amr: ['pwd'] };
    const provider = await this.oidc.provider();
    await provider.interactionFinished(request, response, { login: { accountId: sub, ...how } }, OWN);
  }

  private async keep({ request, response }: Visit, result: InteractionResult): Promise<void> {
    await (await this.oidc.provider()).interactionResult(request, response, result, OWN);
  }

  private async open({ request, response }: Visit): Promise<{ provider: Provider; interaction: Interaction }> {
    const provider = await this.oidc.provider();
    const interaction = await provider.interactionDetails(request, response);
    const { origin } = new URL(String(interaction.params['redirect_uri']));
    response.set('content-security-policy', pagePolicy(origin));
    return { provider, interaction };
  }
}
