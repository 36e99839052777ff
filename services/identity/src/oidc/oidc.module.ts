import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { SecretModule } from '../secret/secret.module';
import { SigningKeyModule } from '../signing-key/signing-key.module';
import { OidcService } from './oidc.service';
import { OidcSettings } from './oidc.settings';
import { SessionUseService } from './session-use.service';

@Module({
  imports: [AccountModule, SecretModule, SigningKeyModule],
  providers: [OidcService, OidcSettings, SessionUseService],
  exports: [OidcService],
})
export class OidcModule {}
