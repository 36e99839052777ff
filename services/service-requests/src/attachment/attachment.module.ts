import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { AttachmentController } from './attachment.controller';
import { AttachmentQueries } from './attachment.queries';
import { Attachments } from './attachment.service';
import { AttachmentStore } from './attachment.store';
import { DiskStore } from './disk.store';
import { S3Store } from './s3.store';

const store = { provide: AttachmentStore, useFactory: storeOf, inject: [SERVICE_CONFIG, CLOCK] };

@Module({
  imports: [EnterpriseModule],
  controllers: [AttachmentController],
  providers: [Attachments, AttachmentQueries, store],
  exports: [Attachments],
})
export class AttachmentModule {}

function storeOf(config: Config, clock: Clock): AttachmentStore {
  const { dataDir, s3Endpoint: endpoint, s3Bucket: bucket = '', s3Region: region } = config;
  if (endpoint === undefined) return new DiskStore(join(dataDir, 'attachments'));
  const { s3AccessKeyId: accessKeyId = '', s3SecretAccessKey: secretAccessKey = '' } = config;
  return new S3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }, clock);
}
