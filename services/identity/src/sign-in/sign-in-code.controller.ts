import { Get, Param, Post } from '@nestjs/common';
import { DomainError, type Words } from '@qi/kernel';
import type { Account } from '../account/account';
import { CurrentVisit, Pages, type Visit } from '../page/page.decorator';
import { codePage, recoveryCodesPage, setUpPage, wrongCode } from '../second-factor/second-factor.page';
import { SecondFactorService } from '../second-factor/second-factor.service';
import { SignInService } from './sign-in.service';

/** The second step. Without the first one, which is remembered on our side, it leads back to it. */
@Pages('sign-in/:uid')
export class SignInCodeController {
  constructor(
    private readonly signIn: SignInService,
    private readonly factors: SecondFactorService,
  ) {}

  @Get('code')
  async ask(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    await this.afterPassword(uid, visit, () => this.showCode(uid, visit));
  }

  @Post('code')
  async give(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    await this.afterPassword(uid, visit, async (account) => {
      const fault = await faultOf(() => this.signIn.code(visit, account, visit.text('code')));
      if (fault) this.showCode(uid, visit, fault);
    });
  }

  @Get('set-up')
  async begin(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    await this.afterPassword(uid, visit, (account) => this.showSetUp(uid, visit, account));
  }

  @Post('set-up')
  async confirm(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    await this.afterPassword(uid, visit, async (account) => {
      let codes: string[] | undefined;
      const fault = await faultOf(async () => {
        codes = await this.signIn.setUp(visit, account, visit.text('code'));
        return codes !== undefined;
      });
      if (fault) await this.showSetUp(uid, visit, account, fault);
      else visit.show(recoveryCodesPage(visit.language, codes ?? [], `/identity/sign-in/${uid}/go-on`));
    });
  }

  @Post('go-on')
  goOn(@CurrentVisit() visit: Visit): Promise<void> {
    return this.signIn.goOn(visit);
  }

  private showCode(uid: string, { language, show }: Visit, fault?: Words): void {
    show(codePage({ language, action: `/identity/sign-in/${uid}/code`, fault }), fault ? 422 : 200);
  }

  private async showSetUp(uid: string, visit: Visit, { sub, email }: Account, fault?: Words): Promise<void> {
    const { language, show, response } = visit;
    const secret = await this.factors.begin(sub);
    if (secret === undefined) return response.redirect(303, `/identity/sign-in/${uid}/code`);
    const form = { language, action: `/identity/sign-in/${uid}/set-up`, fault };
    show(await setUpPage(form, secret, email), fault ? 422 : 200);
  }

  private async afterPassword(
    uid: string,
    visit: Visit,
    work: (account: Account) => Promise<void> | void,
  ): Promise<void> {
    const account = await this.signIn.known(visit);
    if (account) await work(account);
    else visit.response.redirect(303, `/identity/sign-in/${uid}`);
  }
}

/** What to tell the person; undefined when the code was right. */
async function faultOf(attempt: () => Promise<boolean>): Promise<Words | undefined> {
  try {
    return (await attempt()) ? undefined : wrongCode;
  } catch (error) {
    if (error instanceof DomainError) return error.words;
    throw error;
  }
}
