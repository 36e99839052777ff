import { Controller, Get, Headers, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { languageOf, Public } from '@qi/platform';
import type { Response } from 'express';
import { API } from '../api';
import { HandbookQuery } from './handbook.dto';
import { Handbooks } from './handbook.service';

@ApiTags('public')
@Controller(`${API}/public/handbook.pdf`)
export class HandbookController {
  constructor(private readonly handbooks: Handbooks) {}

  /** The published catalogue as a book. Kept by whoever read it, and asked for again: 304 while nothing in it changed. */
  @Get()
  @Public()
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'what the caller has (`If-None-Match`) is the book of now' })
  async get(
    @Query() { language }: HandbookQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const chosen = language ?? languageOf(accepted);
    const { version, pdf } = await this.handbooks.open(chosen);
    const tag = `"${version}"`;
    response.set({ etag: tag, 'cache-control': 'no-cache', vary: 'accept-language' });
    // A proxy that compresses makes the tag weak; the book stays the same.
    if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)) {
      response.status(304);
      return undefined;
    }
    const book = await pdf();
    const disposition = `inline; filename="handbook-${chosen}.pdf"`;
    return new StreamableFile(book, { type: 'application/pdf', length: book.length, disposition });
  }
}
