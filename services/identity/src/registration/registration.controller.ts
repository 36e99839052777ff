import { Get, Param, Post } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import { emailFault, emailKey, nameFault, passwordFault } from '../account/account';
import { AttemptService } from '../attempt/attempt.service';
import { CurrentVisit, Pages, type Visit } from '../page/page.decorator';
import { confirmPage, registeredPage, registrationPage, sentPage } from './registration.page';
import { RegistrationService } from './registration.service';

@Pages('register')
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly attempts: AttemptService,
  ) {}

  @Get()
  empty(@CurrentVisit() { language, show }: Visit): void {
    show(registrationPage({ language, email: '', name: '', faults: {} }));
  }

  @Post()
  async ask(@CurrentVisit() { language, address, text, show }: Visit): Promise<void> {
    const applicant = { email: emailKey(text('email')), name: text('name').trim(), password: text('password') };
    const { email, name, password } = applicant;
    const faults = { email: emailFault(email), name: nameFault(name), password: passwordFault(password, applicant) };
    if (Object.values(faults).some(Boolean)) return show(registrationPage({ language, email, name, faults }), 422);
    try {
      await this.attempts.take(['mail-account', email], ['mail-address', address]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return show(registrationPage({ language, email, name, faults: {}, fault: error.words }), 429);
    }
    await this.registrations.ask(applicant);
    show(sentPage(language, email));
  }

  /** A click confirms, not the link itself: mail filters open links to look at them. */
  @Get(':token')
  confirm(@Param('token') token: string, @CurrentVisit() { language, show }: Visit): void {
    show(confirmPage(language, token));
  }

  @Post(':token')
  async confirmed(@Param('token') token: string, @CurrentVisit() { language, show }: Visit): Promise<void> {
    await this.registrations.confirm(token);
    show(registeredPage(language));
  }
}
