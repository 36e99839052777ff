import { Get, Param, Post } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import { emailFault, emailKey, passwordFault } from '../account/account';
import { AttemptService } from '../attempt/attempt.service';
import { CurrentVisit, Pages, type Visit } from '../page/page.decorator';
import { newPasswordPage, resetDonePage, resetPage, resetSentPage } from './reset.page';
import { ResetService } from './reset.service';

@Pages('reset')
export class ResetController {
  constructor(
    private readonly resets: ResetService,
    private readonly attempts: AttemptService,
  ) {}

  @Get()
  empty(@CurrentVisit() { language, show }: Visit): void {
    show(resetPage(language, ''));
  }

  @Post()
  async ask(@CurrentVisit() { language, address, text, show }: Visit): Promise<void> {
    const email = emailKey(text('email'));
    const fault = emailFault(email);
    if (fault) return show(resetPage(language, email, { email: fault }), 422);
    try {
      await this.attempts.take(['mail-account', email], ['mail-address', address]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return show(resetPage(language, email, { form: error.words }), 429);
    }
    await this.resets.ask(email);
    show(resetSentPage(language));
  }

  @Get(':token')
  async link(@Param('token') token: string, @CurrentVisit() { language, show }: Visit): Promise<void> {
    const { email } = await this.resets.accountOf(token);
    show(newPasswordPage(language, token, email));
  }

  @Post(':token')
  async complete(@Param('token') token: string, @CurrentVisit() { language, text, show }: Visit): Promise<void> {
    const account = await this.resets.accountOf(token);
    const fault = passwordFault(text('password'), account);
    if (fault) return show(newPasswordPage(language, token, account.email, fault), 422);
    await this.resets.complete(token, text('password'));
    show(resetDonePage(language));
  }
}
