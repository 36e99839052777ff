import { Body, Controller, Get, Post, Query, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { attachmentProblem } from './attachment';
import {
  AttachmentPage,
  AttachmentQuery,
  AttachmentResponse,
  dispositionOf,
  toResponse,
  UploadDto,
} from './attachment.dto';
import { AttachmentQueries } from './attachment.queries';
import { Attachments } from './attachment.service';
import { mediaTypes } from './file-type';
import { NamesTooLarge, OneFile, type ReceivedFile } from './upload.interceptor';

const form = {
  type: 'object',
  required: ['file', 'enterpriseId'],
  properties: { file: { type: 'string', format: 'binary' }, enterpriseId: { type: 'string', format: 'uuid' } },
} as const;

@ApiTags('attachments')
@Controller(`${API}/attachments`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class AttachmentController {
  constructor(
    private readonly attachments: Attachments,
    private readonly queries: AttachmentQueries,
  ) {}

  @Post()
  @Roles('applicant', 'quality-manager', 'clerk', 'steward', 'administrator')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { ...form, required: [...form.required] } })
  @UseInterceptors(NamesTooLarge, OneFile)
  @ApiCreatedResponse({ type: AttachmentResponse })
  async add(
    @Body() { enterpriseId }: UploadDto,
    @UploadedFile() file: ReceivedFile | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentResponse> {
    if (!file) throw attachmentProblem.missing();
    const { originalname: name, buffer: bytes } = file;
    return toResponse(await this.attachments.add(enterpriseId, { name, bytes }, actor));
  }

  @Get()
  @ApiOkResponse({ type: AttachmentPage })
  list(@Query() query: AttachmentQuery, @CurrentActor() actor: Actor): Promise<Page<AttachmentResponse>> {
    return this.queries.list(query, actor);
  }

  @Get(':id')
  @ApiOkResponse({ type: AttachmentResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AttachmentResponse> {
    return toResponse(await this.queries.getFor(actor, id));
  }

  @Get(':id/content')
  @ApiProduces(...Object.values(mediaTypes))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { attachment, content } = await this.queries.openFor(actor, id);
    return new StreamableFile(content, {
      type: mediaTypes[attachment.type],
      length: attachment.size,
      disposition: dispositionOf(attachment.fileName),
    });
  }
}
