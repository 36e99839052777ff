import { Module } from '@nestjs/common';
import { LoginModule } from '../login/login.module';
import { PortalModule } from '../portal/portal.module';
import { ProxyModule } from '../proxy/proxy.module';
import { SessionModule } from '../session/session.module';
import { SigningKeyModule } from '../signing-key/signing-key.module';
import { Front } from './front.service';
import { Onward } from './onward.service';

@Module({
  imports: [LoginModule, PortalModule, ProxyModule, SessionModule, SigningKeyModule],
  providers: [Front, Onward],
})
export class FrontModule {}
