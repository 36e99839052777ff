import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { deliverableKinds } from '@qi/contracts';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { ProviderSettings } from '../provider-options';
import { DeliverableService, MAX_FILE_BYTES } from './deliverable.service';
import type { Upload } from './deliverable.service';
import {
  AcceptJob,
  DeclineJob,
  DeliverJob,
  JobListQuery,
  ProgressJob,
  TerminateJob,
  toJobDetail,
  toJobPage,
  toJobResponse,
} from './job.dto';
import { JobDetail, JobPage, JobResponse } from './job.response';
import { JobQueries } from './job.queries';
import { JobService } from './job.service';
import { jobCoordinators, jobDeliverers, jobWorkers } from './job-scope';

const multipart = {
  type: 'object' as const,
  required: ['file', 'kind', 'number', 'title'],
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string', enum: [...deliverableKinds] },
    number: { type: 'string' },
    title: { type: 'string' },
    issuedOn: { type: 'string', format: 'date' },
  },
};

@ApiTags('jobs')
@Controller('jobs')
export class JobController {
  constructor(
    private readonly jobs: JobService,
    private readonly queries: JobQueries,
    private readonly deliverables: DeliverableService,
    private readonly settings: ProviderSettings,
  ) {}

  @Get()
  @ApiOkResponse({ type: JobPage })
  @Roles()
  async list(@Query() query: JobListQuery, @CurrentActor() actor: Actor): Promise<JobPage> {
    return toJobPage(await this.queries.list(query, actor), actor, this.settings);
  }

  @Get(':id')
  @ApiOkResponse({ type: JobDetail })
  @Roles()
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDetail> {
    return toJobDetail(await this.queries.get(id, actor), actor, this.settings);
  }

  @Get(':id/deliverables/:fileId')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  @Roles()
  async download(
    @IdParam() id: string,
    @IdParam('fileId') fileId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { file, fileName } = await this.queries.getFile(id, fileId, actor);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    return new StreamableFile(file.bytes, { type: file.contentType, disposition, length: file.bytes.length });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: JobResponse })
  @Roles(...jobCoordinators)
  async accept(@IdParam() id: string, @Body() body: AcceptJob, @CurrentActor() actor: Actor): Promise<JobResponse> {
    return this.shown(await this.jobs.accept(id, body.promisedDate, actor), actor);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: JobResponse })
  @Roles(...jobCoordinators)
  async decline(@IdParam() id: string, @Body() body: DeclineJob, @CurrentActor() actor: Actor): Promise<JobResponse> {
    return this.shown(await this.jobs.decline(id, { ...body }, actor), actor);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @ApiOkResponse({ type: JobResponse })
  @Roles(...jobWorkers)
  async progress(@IdParam() id: string, @Body() body: ProgressJob, @CurrentActor() actor: Actor): Promise<JobResponse> {
    return this.shown(await this.jobs.progress(id, body.step, actor), actor);
  }

  @Post(':id/deliverables')
  @ApiCreatedResponse({ type: JobResponse })
  @Roles(...jobDeliverers)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: multipart })
  @UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 10_000 } }),
  )
  async deliver(
    @IdParam() id: string,
    @Body() body: DeliverJob,
    @UploadedFile() file: Upload | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<JobResponse> {
    return this.shown(await this.deliverables.add(id, body, file, actor), actor);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOkResponse({ type: JobResponse })
  @Roles(...jobDeliverers)
  async complete(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobResponse> {
    return this.shown(await this.jobs.complete(id, actor), actor);
  }

  @Post(':id/terminate')
  @HttpCode(200)
  @ApiOkResponse({ type: JobResponse })
  @Roles(...jobCoordinators)
  async terminate(
    @IdParam() id: string,
    @Body() body: TerminateJob,
    @CurrentActor() actor: Actor,
  ): Promise<JobResponse> {
    return this.shown(await this.jobs.terminate(id, body.reason, actor), actor);
  }

  private shown(job: Parameters<typeof toJobResponse>[0], actor: Actor): JobResponse {
    return toJobResponse(job, actor, this.settings);
  }
}
