import { Module } from '@nestjs/common';
import { SecretModule } from '../secret/secret.module';
import { SigningKeyService } from './signing-key.service';

@Module({ imports: [SecretModule], providers: [SigningKeyService], exports: [SigningKeyService] })
export class SigningKeyModule {}
