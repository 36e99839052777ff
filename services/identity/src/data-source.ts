import { AccountRow } from './account/account.row';
import { AttemptRow } from './attempt/attempt.row';
import { CreateAccount1795348800000 } from './migrations/202611271200-create-account';
import { CreateOidcItem1795348801000 } from './migrations/202611271201-create-oidc-item';
import { CreateSigningKey1795348802000 } from './migrations/202611271202-create-signing-key';
import { CreateAttempt1795348803000 } from './migrations/202611271203-create-attempt';
import { CreateRegistration1795348804000 } from './migrations/202611271204-create-registration';
import { CreateSecondFactor1795348805000 } from './migrations/202611271205-create-second-factor';
import { CreateSessionUse1795348806000 } from './migrations/202611271206-create-session-use';
import { RegistrationRow } from './registration/registration.row';
import { ResetRow } from './reset/reset.row';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor/second-factor.row';
import { SigningKeyRow } from './signing-key/signing-key.row';

export const entities = [
  ...[AccountRow, AttemptRow, RegistrationRow, ResetRow],
  ...[SecondFactorRow, RecoveryCodeRow, SigningKeyRow],
];
export const migrations = [
  CreateAccount1795348800000,
  CreateOidcItem1795348801000,
  CreateSigningKey1795348802000,
  CreateAttempt1795348803000,
  CreateRegistration1795348804000,
  CreateSecondFactor1795348805000,
  CreateSessionUse1795348806000,
];
