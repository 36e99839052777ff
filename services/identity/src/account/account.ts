export type AccountStatus = 'active' | 'closed';

/** Somebody who can sign in. Whom they act for, and as what, is the gateway's to know. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly status: AccountStatus;
}

/** The form in which an e-mail address is kept and looked for. */
export function emailKey(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}
