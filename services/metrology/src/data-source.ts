import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { providerEntities, providerMigrations } from '@qi/provider';
import { CapabilityRow } from './capability/capability.row';
import { InstituteRow } from './institute/institute.row';
import { InstrumentRow } from './instrument/instrument.row';
import { CreateInstitute1795341600000 } from './migrations/202611221000-create-institute';
import { CreateCapability1795341660000 } from './migrations/202611221001-create-capability';
import { CreateInstrument1795341720000 } from './migrations/202611221002-create-instrument';

/** One line per row class. */
export const entities = [...messagingEntities, ...providerEntities, InstituteRow, CapabilityRow, InstrumentRow];

export const migrations = [
  ...messagingMigrations,
  ...providerMigrations,
  CreateInstitute1795341600000,
  CreateCapability1795341660000,
  CreateInstrument1795341720000,
];
