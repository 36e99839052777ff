import { AnnexModule } from '@qi/provider';
import { InstitutionModule } from '../institution/institution.module';
import { ScopeLineModule } from '../scope-line/scope-line.module';
import { AnnexController } from './annex.controller';
import { ScopeAnnexRegister } from './annex.register';

export const annexModule = AnnexModule.forService({
  register: ScopeAnnexRegister,
  controller: AnnexController,
  imports: [InstitutionModule, ScopeLineModule],
});
