import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { InvitationRow } from './invitation/invitation.row';
import { LoginAttemptRow } from './login/login-attempt.row';
import { MembershipRow } from './membership/membership.row';
import { CreateSession1795773600000 } from './migrations/202611271000-create-session';
import { CreateInvitation1795773660000 } from './migrations/202611271001-create-invitation';
import { CreateFact1795773720000 } from './migrations/202611271002-create-fact';
import { SecondFactor1795820400000 } from './migrations/202611272300-second-factor';
import { SessionRow } from './session/session.row';
import { SigningKeyRow } from './signing-key/signing-key.row';

/** One line per row class. */
export const entities = [
  ...messagingEntities,
  InvitationRow,
  LoginAttemptRow,
  MembershipRow,
  SessionRow,
  SigningKeyRow,
];

export const migrations = [
  ...messagingMigrations,
  CreateSession1795773600000,
  CreateInvitation1795773660000,
  CreateFact1795773720000,
  SecondFactor1795820400000,
];
