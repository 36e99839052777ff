import { Module } from '@nestjs/common';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { CaseAccess } from './case-access.service';

@Module({ imports: [EnterpriseModule], providers: [CaseAccess], exports: [CaseAccess] })
export class CaseAccessModule {}
