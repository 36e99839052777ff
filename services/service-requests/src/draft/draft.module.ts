import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { OneStopPlatformModule } from '../platform/platform.module';
import { RequestLineModule } from '../request-line/request-line.module';
import { ServiceRequestModule } from '../service-request/service-request.module';
import { DraftContents } from './draft-content.service';
import { DraftController } from './draft.controller';
import { Drafts } from './draft.service';

@Module({
  imports: [EnterpriseModule, OneStopPlatformModule, AttachmentModule, RequestLineModule, ServiceRequestModule],
  controllers: [DraftController],
  providers: [Drafts, DraftContents],
})
export class DraftModule {}
