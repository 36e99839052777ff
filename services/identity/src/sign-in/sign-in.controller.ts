import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@qi/platform';
import type { Request, Response } from 'express';
import { languageFor } from '../page/page.language';
import { PageFilter } from '../page/page.filter';
import { textOf } from '../page/form';
import { signInPage, wrongPassword } from './sign-in.page';
import { SignInService } from './sign-in.service';

@Controller('identity/sign-in/:uid')
@Public()
@ApiExcludeController()
@UseFilters(PageFilter)
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  @Get()
  async show(@Param('uid') uid: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { email } = await this.signIn.begun(request, response);
    response.type('html').send(signInPage({ language: languageFor(request), uid, email }));
  }

  @Post()
  @HttpCode(200)
  async submit(@Body() form: object, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [email, password] = [textOf(form, 'email'), textOf(form, 'password')];
    const entered = await this.signIn.enter({ request, response }, email, password);
    if (entered) return;
    const { uid = '' } = request.params as Record<string, string>;
    response.status(422).type('html');
    response.send(signInPage({ language: languageFor(request), uid, email, fault: wrongPassword }));
  }

  @Post('cancel')
  cancel(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.signIn.cancel({ request, response });
  }
}
