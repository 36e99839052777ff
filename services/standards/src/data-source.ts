import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { CreateStandard1795341600000 } from './migrations/202611221000-create-standard';
import { CreateImportRun1795341660000 } from './migrations/202611221001-create-import-run';
import { AddLevel1795806000000 } from './migrations/202611271900-add-level';
import { ImportRunRow } from './import/import-run.row';
import { StandardRow } from './standard/standard.row';

/** One line per row class. */
export const entities = [...messagingEntities, StandardRow, ImportRunRow];

export const migrations = [
  ...messagingMigrations,
  CreateStandard1795341600000,
  CreateImportRun1795341660000,
  AddLevel1795806000000,
];
