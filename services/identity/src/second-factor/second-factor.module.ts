import { Module } from '@nestjs/common';
import { AttemptModule } from '../attempt/attempt.module';
import { SecretModule } from '../secret/secret.module';
import { SecondFactorService } from './second-factor.service';

@Module({ imports: [AttemptModule, SecretModule], providers: [SecondFactorService], exports: [SecondFactorService] })
export class SecondFactorModule {}
