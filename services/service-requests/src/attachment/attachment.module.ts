import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { AttachmentController } from './attachment.controller';
import { AttachmentQueries } from './attachment.queries';
import { Attachments } from './attachment.service';
import { AttachmentStore } from './attachment.store';
import { DiskStore } from './disk.store';

const store = {
  provide: AttachmentStore,
  useFactory: ({ dataDir }: Config) => new DiskStore(join(dataDir, 'attachments')),
  inject: [SERVICE_CONFIG],
};

@Module({
  imports: [EnterpriseModule],
  controllers: [AttachmentController],
  providers: [Attachments, AttachmentQueries, store],
  exports: [Attachments],
})
export class AttachmentModule {}
