import { Module } from '@nestjs/common';
import { DevelopmentKeys } from './development-keys.service';
import { JwksController } from './jwks.controller';
import { SigningKeys } from './signing-key.service';
import { TokenMint } from './token-mint.service';

@Module({ controllers: [JwksController], providers: [DevelopmentKeys, SigningKeys, TokenMint], exports: [TokenMint] })
export class SigningKeyModule {}
