import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { providerEntities, providerMigrations } from '@qi/provider';
import { AnnexRow } from './annex/annex.row';
import { CapabilityVersionRow } from './capability/capability-version.row';
import { CapabilityRow } from './capability/capability.row';
import { InstituteRow } from './institute/institute.row';
import { InstrumentRow } from './instrument/instrument.row';
import { CreateInstitute1795341600000 } from './migrations/202611221000-create-institute';
import { CreateCapability1795341660000 } from './migrations/202611221001-create-capability';
import { CreateInstrument1795341720000 } from './migrations/202611221002-create-instrument';
import { CreateAnnex1795773600000 } from './migrations/202611271000-create-annex';
import { AddInstrumentStandard1795820400000 } from './migrations/202611272300-add-instrument-standard';
import { CreateCapabilityVersion1795821600000 } from './migrations/202611272320-create-capability-version';

/** One line per row class. */
export const entities = [
  ...messagingEntities,
  ...providerEntities,
  InstituteRow,
  CapabilityRow,
  CapabilityVersionRow,
  InstrumentRow,
  AnnexRow,
];

export const migrations = [
  ...messagingMigrations,
  ...providerMigrations,
  CreateInstitute1795341600000,
  CreateCapability1795341660000,
  CreateInstrument1795341720000,
  CreateAnnex1795773600000,
  AddInstrumentStandard1795820400000,
  CreateCapabilityVersion1795821600000,
];
