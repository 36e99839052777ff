import { Body, Controller, Get, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, PageQuery, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { ImportPage, ImportResponse, readMapping, RefusalPage, StartImport, toImport } from './import.dto';
import { ImportService } from './import.service';
import { importProblem } from './import-problem';

const MAX_BYTES = 600 * 1024 * 1024;

const form = {
  type: 'object' as const,
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, mapping: { type: 'string' } },
};

@ApiTags('imports')
@Controller('api/standards/v1/imports')
@Roles('administrator')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  /** Takes the ISO catalogue (.jsonl), or national standards as .csv or .xlsx; the answer says where to look. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ type: ImportResponse })
  @UseInterceptors(
    FileInterceptor('file', {
      limits: { fileSize: MAX_BYTES, files: 1, fields: 5, fieldSize: 10_000 },
      defParamCharset: 'utf8',
    }),
  )
  async start(
    @UploadedFile() file: { originalname: string; path: string } | undefined,
    @Body() { mapping }: StartImport,
    @CurrentActor() actor: Actor,
  ): Promise<ImportResponse> {
    if (!file) throw importProblem['no-file']();
    const { originalname: name, path } = file;
    return toImport(await this.imports.start({ name, path, uploaded: true }, readMapping(mapping), actor));
  }

  @Get()
  @ApiOkResponse({ type: ImportPage })
  async list(@Query() query: PageQuery): Promise<ImportPage> {
    const page = await this.imports.list(query);
    return { ...page, items: page.items.map(toImport) };
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportResponse })
  async get(@IdParam() id: string): Promise<ImportResponse> {
    return toImport(await this.imports.get(id));
  }

  /** What was refused and why; the first ten thousand. */
  @Get(':id/refusals')
  @ApiOkResponse({ type: RefusalPage })
  refusals(@IdParam() id: string, @Query() query: PageQuery): Promise<RefusalPage> {
    return this.imports.refusals(id, query);
  }
}
