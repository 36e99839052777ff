import { Module } from '@nestjs/common';
import { OidcModule } from '../oidc/oidc.module';
import { ConsentService } from './consent.service';

@Module({ imports: [OidcModule], providers: [ConsentService], exports: [ConsentService] })
export class ConsentModule {}
