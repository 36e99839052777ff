import { Module } from '@nestjs/common';
import { InstitutionModule } from '../institution/institution.module';
import { ScopeLineExpiryTimer } from './scope-line-expiry.timer';
import { ScopeLineController } from './scope-line.controller';
import { ScopeLineHistory } from './scope-line.history';
import { ScopeLineQueries } from './scope-line.queries';
import { ScopeLineService } from './scope-line.service';
import { TakeoverService } from './takeover.service';

@Module({
  imports: [InstitutionModule],
  controllers: [ScopeLineController],
  providers: [ScopeLineService, ScopeLineHistory, ScopeLineQueries, ScopeLineExpiryTimer, TakeoverService],
  exports: [TakeoverService],
})
export class ScopeLineModule {}
