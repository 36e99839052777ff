import { Get, Param, Post } from '@nestjs/common';
import { DomainError, type Words } from '@qi/kernel';
import { consentPage } from '../consent/consent.page';
import { ConsentService } from '../consent/consent.service';
import { CurrentVisit, Pages, type Visit } from '../page/page.decorator';
import { signInPage, wrongPassword } from './sign-in.page';
import { SignInService } from './sign-in.service';

@Pages('sign-in/:uid')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly consents: ConsentService,
  ) {}

  @Get()
  async show(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    const { language, show } = visit;
    const { prompt, params } = await this.signIn.begun(visit);
    if (prompt.name === 'consent') return show(consentPage(language, uid, await this.consents.asked(visit)));
    const hint = params['login_hint'];
    show(signInPage({ language, uid, email: typeof hint === 'string' ? hint : '' }));
  }

  @Post()
  async submit(@Param('uid') uid: string, @CurrentVisit() visit: Visit): Promise<void> {
    const { language, text, show, response } = visit;
    const email = text('email');
    const again = (fault: Words, status: number) => show(signInPage({ language, uid, email, fault }), status);
    try {
      const next = await this.signIn.password(visit, email, text('password'));
      if (next === undefined) again(wrongPassword, 422);
      else if (next !== 'done') response.redirect(303, `/identity/sign-in/${uid}/${next}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      again(error.words, 429);
    }
  }

  @Post('cancel')
  cancel(@CurrentVisit() visit: Visit): Promise<void> {
    return this.signIn.cancel(visit);
  }

  @Post('consent')
  consent(@CurrentVisit() visit: Visit): Promise<void> {
    return this.consents.give(visit);
  }
}
