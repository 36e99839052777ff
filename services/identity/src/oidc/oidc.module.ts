import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { SecretModule } from '../secret/secret.module';
import { SigningKeyModule } from '../signing-key/signing-key.module';
import { OidcService } from './oidc.service';

@Module({
  imports: [AccountModule, SecretModule, SigningKeyModule],
  providers: [OidcService],
  exports: [OidcService],
})
export class OidcModule {}
