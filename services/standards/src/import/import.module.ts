import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { SERVICE_CONFIG, type ServiceConfig } from '@qi/platform';
import { StandardModule } from '../standard/standard.module';
import { importFolder } from './import.folder';
import { ImportController } from './import.controller';
import { ImportRunner } from './import.runner';
import { ImportService } from './import.service';

@Module({
  imports: [
    StandardModule,
    MulterModule.registerAsync({
      inject: [SERVICE_CONFIG],
      useFactory: (config: ServiceConfig) => ({ dest: importFolder(config) }),
    }),
  ],
  controllers: [ImportController],
  providers: [ImportService, ImportRunner],
})
export class ImportModule {}
