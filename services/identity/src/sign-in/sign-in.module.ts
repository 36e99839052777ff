import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { OidcModule } from '../oidc/oidc.module';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

@Module({ imports: [AccountModule, OidcModule], controllers: [SignInController], providers: [SignInService] })
export class SignInModule {}
