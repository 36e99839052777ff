import { Module } from '@nestjs/common';
import { CaseAccessModule } from '../case-access/case-access.module';
import { DeliverableController } from './deliverable.controller';
import { DeliverableQueries } from './deliverable.queries';

@Module({
  imports: [CaseAccessModule],
  controllers: [DeliverableController],
  providers: [DeliverableQueries],
})
export class DeliverableModule {}
