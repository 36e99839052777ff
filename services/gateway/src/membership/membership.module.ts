import { Module } from '@nestjs/common';
import { SigningKeyModule } from '../signing-key/signing-key.module';
import { MembershipController } from './membership.controller';
import { Memberships } from './membership.service';
import { Organisations } from './organisation.client';

@Module({
  imports: [SigningKeyModule],
  controllers: [MembershipController],
  providers: [Memberships, Organisations],
  exports: [Memberships, Organisations],
})
export class MembershipModule {}
