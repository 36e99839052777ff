import { AccountRow } from './account/account.row';
import { CreateAccount1795348800000 } from './migrations/202611271200-create-account';
import { CreateOidcItem1795348801000 } from './migrations/202611271201-create-oidc-item';
import { CreateSigningKey1795348802000 } from './migrations/202611271202-create-signing-key';
import { SigningKeyRow } from './signing-key/signing-key.row';

export const entities = [AccountRow, SigningKeyRow];
export const migrations = [CreateAccount1795348800000, CreateOidcItem1795348801000, CreateSigningKey1795348802000];
