import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { InvitationController } from './invitation.controller';
import { Invitations } from './invitation.service';

@Module({ imports: [MembershipModule], controllers: [InvitationController], providers: [Invitations] })
export class InvitationModule {}
