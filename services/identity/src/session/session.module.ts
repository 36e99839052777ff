import { Module } from '@nestjs/common';
import { OidcModule } from '../oidc/oidc.module';
import { SessionService } from './session.service';

@Module({ imports: [OidcModule], providers: [SessionService], exports: [SessionService] })
export class SessionModule {}
