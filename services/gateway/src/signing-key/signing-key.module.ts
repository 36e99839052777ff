import { Module } from '@nestjs/common';
import { JwksController } from './jwks.controller';
import { SigningKeys } from './signing-key.service';
import { TokenMint } from './token-mint';

@Module({ controllers: [JwksController], providers: [SigningKeys, TokenMint], exports: [TokenMint] })
export class SigningKeyModule {}
