import { Module } from '@nestjs/common';
import { __Pascal__Controller } from './__name__.controller';
import { __Pascal__Service } from './__name__.service';

@Module({ controllers: [__Pascal__Controller], providers: [__Pascal__Service], exports: [__Pascal__Service] })
export class __Pascal__Module {}
