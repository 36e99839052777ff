import { Module } from '@nestjs/common';
import { Memberships } from './membership.service';

@Module({ providers: [Memberships], exports: [Memberships] })
export class MembershipModule {}
