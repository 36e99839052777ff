import { AnnexModule } from '@qi/provider';
import { CapabilityModule } from '../capability/capability.module';
import { InstituteModule } from '../institute/institute.module';
import { AnnexController } from './annex.controller';
import { CapabilityAnnexRegister } from './annex.register';

export const annexModule = AnnexModule.forService({
  register: CapabilityAnnexRegister,
  controller: AnnexController,
  imports: [InstituteModule, CapabilityModule],
});
