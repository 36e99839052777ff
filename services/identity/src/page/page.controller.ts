import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@qi/platform';
import type { Request, Response } from 'express';
import { findAsset } from './assets';
import { rememberLanguage } from './page.language';

const YEAR_SECONDS = 365 * 24 * 3600;

@Controller('identity')
@Public()
@ApiExcludeController()
export class PageController {
  @Get('assets/:name')
  asset(@Req() { path }: Request, @Res() response: Response): void {
    const asset = findAsset(path);
    if (!asset) throw new NotFoundException();
    response.set('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`).type(asset.type).send(asset.text);
  }

  /** Remembers the language and goes back to the page, which can only be one of ours. */
  @Get('language/:language')
  language(@Param('language') language: string, @Query('back') back: unknown, @Res() response: Response): void {
    if (language !== 'zh' && language !== 'en') throw new NotFoundException();
    const known = typeof back === 'string' && /^\/identity\/[\w/?=&.-]*$/.test(back) && !back.includes('..');
    rememberLanguage(response, language);
    response.redirect(303, known ? back : '/');
  }
}
