import { Get, Param, Post } from '@nestjs/common';
import { DomainError, type Words } from '@qi/kernel';
import { passwordFault } from '../account/account';
import { CurrentVisit, Pages, type Visit } from '../page/page.decorator';
import { recoveryCodesPage, setUpPage, wrongCode } from '../second-factor/second-factor.page';
import { SecondFactorService } from '../second-factor/second-factor.service';
import { SessionService } from '../session/session.service';
import {
  closedPage,
  myAccountPage,
  passwordChanged,
  wrongPresentPassword,
  type MyAccountView,
} from './my-account.page';
import { MyAccountService, type Owner } from './my-account.service';

const SELF = '/identity/account';
const SET_UP = `${SELF}/second-factor`;

/** One's own account: where one is signed in, password, second factor. Who is not signed in is led there and back. */
@Pages('account')
export class MyAccountController {
  constructor(
    private readonly mine: MyAccountService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
  ) {}

  @Get()
  show(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, (owner) => this.page(visit, owner));
  }

  @Post('password')
  changePassword(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async (owner) => {
      const next = passwordFault(visit.text('next'), owner.account);
      if (next) return this.page(visit, owner, { faults: { next } });
      const change = () => this.mine.changePassword(owner, visit.text('current'), visit.text('next'));
      const current = await faultOf(change, wrongPresentPassword);
      await this.page(visit, owner, current ? { faults: { current } } : { done: passwordChanged });
    });
  }

  @Post('sessions/end-others')
  endOthers(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async ({ account, here }) => {
      await this.sessions.endAll(account.sub, here);
      visit.response.redirect(303, SELF);
    });
  }

  @Post('sessions/:uid/end')
  end(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async ({ account }) => {
      await this.sessions.end(account.sub, uid);
      visit.response.redirect(303, SELF);
    });
  }

  @Get('second-factor')
  setUp(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, (owner) => this.setUpPage(visit, owner));
  }

  @Post('second-factor')
  turnOn(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async (owner) => {
      let codes: string[] | undefined;
      const fault = await faultOf(async () => {
        codes = await this.factors.confirm(owner.account.sub, visit.text('code'));
        return codes !== undefined;
      }, wrongCode);
      if (fault) await this.setUpPage(visit, owner, fault);
      else visit.show(recoveryCodesPage(visit.language, codes ?? [], `${SELF}/second-factor/kept`));
    });
  }

  @Post('second-factor/kept')
  kept(@CurrentVisit() { response }: Visit): void {
    response.redirect(303, SELF);
  }

  @Post('second-factor/off')
  turnOff(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async (owner) => {
      const { sub } = owner.account;
      const code = await faultOf(() => this.factors.check(sub, visit.text('code')), wrongCode);
      if (code) return this.page(visit, owner, { faults: { code } });
      await this.factors.remove(sub);
      visit.response.redirect(303, SELF);
    });
  }

  @Post('close')
  close(@CurrentVisit() visit: Visit): Promise<void> {
    return this.asOwner(visit, async (owner) => {
      const closing = await faultOf(() => this.mine.close(owner, visit.text('closing')), wrongPresentPassword);
      if (closing) await this.page(visit, owner, { faults: { closing } });
      else visit.show(closedPage(visit.language));
    });
  }

  private async page(visit: Visit, { account, here }: Owner, said: Partial<MyAccountView> = {}): Promise<void> {
    const { sub } = account;
    const [sessions, factorOn] = await Promise.all([this.sessions.list(sub), this.factors.isOn(sub)]);
    const page = myAccountPage({ language: visit.language, account, here, sessions, factorOn, ...said });
    visit.show(page, said.faults ? 422 : 200);
  }

  private async setUpPage({ language, show, response }: Visit, { account }: Owner, fault?: Words): Promise<void> {
    const secret = await this.factors.begin(account.sub);
    if (secret === undefined) return response.redirect(303, SELF);
    show(await setUpPage({ language, action: SET_UP, fault }, secret, account.email), fault ? 422 : 200);
  }

  private async asOwner(visit: Visit, work: (owner: Owner) => Promise<void>): Promise<void> {
    const owner = await this.mine.ownerOf(visit);
    if (owner) await work(owner);
    else visit.response.redirect(303, `/auth/login?returnTo=${encodeURIComponent(SELF)}`);
  }
}

async function faultOf(attempt: () => Promise<boolean>, wrong: Words): Promise<Words | undefined> {
  try {
    return (await attempt()) ? undefined : wrong;
  } catch (error) {
    if (error instanceof DomainError) return error.words;
    throw error;
  }
}
