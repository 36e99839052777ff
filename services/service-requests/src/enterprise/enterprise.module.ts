import { Module } from '@nestjs/common';
import { EnterpriseController } from './enterprise.controller';
import { EnterpriseQueries } from './enterprise.queries';
import { Enterprises } from './enterprise.service';
import { MemberController } from './member.controller';
import { Members } from './member.service';

@Module({
  controllers: [EnterpriseController, MemberController],
  providers: [Enterprises, EnterpriseQueries, Members],
  exports: [Enterprises],
})
export class EnterpriseModule {}
