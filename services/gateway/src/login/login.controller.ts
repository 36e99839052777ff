import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { languageOf, Public } from '@qi/platform';
import type { Request, Response } from 'express';
import { cookieOf, LOGIN_COOKIE, SESSION_COOKIE, setCookie } from '../session/cookie';
import { CurrentSession } from '../session/session.decorator';
import type { Session } from '../session/session';
import { LOGIN_SECONDS } from './login-attempt.service';
import { Logins } from './login.service';

export class SignedOutResponse {
  @ApiProperty({ description: 'where the browser goes to end its session at the provider too' })
  redirectTo: string;
}

/** Addresses a browser is sent to; errors lead back to the portal. */
@ApiTags('sign-in')
@Controller('auth')
@Public()
export class LoginController {
  constructor(private readonly logins: Logins) {}

  /**
   * `lang`: language of the sign-in page, `zh` or `en`; else that of the browser. `actFor`: a membership that wants a
   * second factor; the person acts for it afterwards.
   */
  @Get('login')
  @ApiQuery({ name: 'lang', required: false })
  async login(
    @Query('returnTo') returnTo: unknown,
    @Query('actFor') actFor: unknown,
    @Req() { query: { lang }, headers }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const language = lang === 'zh' || lang === 'en' ? lang : languageOf(headers['accept-language']);
    const { to, secret } = await this.logins.begin({ returnTo, actFor }, language);
    response.append('set-cookie', setCookie(LOGIN_COOKIE, secret, LOGIN_SECONDS));
    response.redirect(303, to);
  }

  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { cookie } = request.headers;
    const { to, secret } = await this.logins.finish({
      query: request.originalUrl.split('?')[1] ?? '',
      attempt: cookieOf(cookie, LOGIN_COOKIE),
      session: cookieOf(cookie, SESSION_COOKIE),
      userAgent: request.get('user-agent'),
    });
    response.append('set-cookie', setCookie(LOGIN_COOKIE, undefined));
    if (secret) response.append('set-cookie', setCookie(SESSION_COOKIE, secret));
    response.redirect(303, to);
  }

  @Post('logout')
  @HttpCode(200)
  @ApiOkResponse({ type: SignedOutResponse })
  async logout(
    @CurrentSession() session: Session | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedOutResponse> {
    const redirectTo = await this.logins.signOut(session);
    response.append('set-cookie', setCookie(SESSION_COOKIE, undefined));
    return { redirectTo };
  }
}
