import { Module } from '@nestjs/common';
import { OidcModule } from '../oidc/oidc.module';
import { SigningKeyModule } from '../signing-key/signing-key.module';
import { HousekeepingTimer } from './housekeeping.timer';

@Module({ imports: [OidcModule, SigningKeyModule], providers: [HousekeepingTimer] })
export class HousekeepingModule {}
