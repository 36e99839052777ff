import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { providerEntities, providerMigrations } from '@qi/provider';
import { CreateRegisterEpoch1795341780000 } from './migrations/202611221003-create-register-epoch';
import { AnnexRow } from './annex/annex.row';
import { EquipmentRow } from './equipment/equipment.row';
import { InstitutionRow } from './institution/institution.row';
import { CreateInstitution1795341600000 } from './migrations/202611221000-create-institution';
import { CreateQualification1795341660000 } from './migrations/202611221001-create-qualification';
import { CreateScopeLine1795341720000 } from './migrations/202611221002-create-scope-line';
import { CreateInstitutionImage1795777200000 } from './migrations/202611271900-create-institution-image';
import { CreateAnnex1795773600000 } from './migrations/202611271000-create-annex';
import { QualificationRow } from './qualification/qualification.row';
import { ScopeLineRow } from './scope-line/scope-line.row';
import { CreateSynonym1795773660000 } from './migrations/202611271001-create-synonym';
import { SynonymRow } from './synonym/synonym.row';
import { CreateWorkItem1795806600000 } from './migrations/202611271910-create-work-item';
import { CreateEquipment1795821000000 } from './migrations/202611272310-create-equipment';
import { DrawLineByLine1795878000000 } from './migrations/202611281500-draw-line-by-line';
import { WorkItemRow } from './work-item/work-item.row';

/** One line per row class. */
export const entities = [
  ...messagingEntities,
  ...providerEntities,
  AnnexRow,
  EquipmentRow,
  InstitutionRow,
  QualificationRow,
  ScopeLineRow,
  SynonymRow,
  WorkItemRow,
];

export const migrations = [
  ...messagingMigrations,
  ...providerMigrations,
  CreateInstitution1795341600000,
  CreateQualification1795341660000,
  CreateScopeLine1795341720000,
  CreateRegisterEpoch1795341780000,
  CreateAnnex1795773600000,
  CreateSynonym1795773660000,
  CreateWorkItem1795806600000,
  CreateInstitutionImage1795777200000,
  CreateEquipment1795821000000,
  DrawLineByLine1795878000000,
];
