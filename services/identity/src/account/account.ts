import type { Words } from '@qi/kernel';

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

/** RFC 5321 in the part that people use: one @, no blanks, a domain with a dot. */
export function emailFault(email: string): Words | undefined {
  if (/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(email) && email.length <= 200) return undefined;
  return {
    zh: '请填写完整的邮箱，例如 name@example.com',
    en: 'Please give a whole e-mail address, such as name@example.com',
  };
}

export function nameFault(name: string): Words | undefined {
  if (name.trim() !== '') return undefined;
  return { zh: '请填写姓名', en: 'Please give your name' };
}

const SHORTEST_PASSWORD = 10;
/** What is tried first by whoever guesses, among texts that are long enough. */
const COMMON = [
  '1234567890',
  '0123456789',
  'password12',
  'password123',
  'qwertyuiop',
  '1q2w3e4r5t',
  'woaini1314',
  '5201314520',
];

/**
 * Long enough, no well-known one, not made of one's own name or address. No rule on kinds of characters, which makes
 * passwords worse (NIST SP 800-63B §5.1.1.2).
 */
export function passwordFault(password: string, { email, name }: Pick<Account, 'email' | 'name'>): Words | undefined {
  if ([...password].length < SHORTEST_PASSWORD)
    return {
      zh: `密码至少 ${SHORTEST_PASSWORD} 个字符；几个词连起来又长又好记`,
      en: `A password has at least ${SHORTEST_PASSWORD} characters; a few words together are long and easy to remember`,
    };
  const plain = password.toLowerCase();
  const own = [email.split('@')[0] ?? '', name].filter((text) => text.length >= 4).map((text) => text.toLowerCase());
  const guessable = COMMON.includes(plain) || new Set(plain).size < 4 || own.some((text) => plain.includes(text));
  return guessable
    ? { zh: '这个密码太容易猜到，请换一个', en: 'This password is too easy to guess; please choose another' }
    : undefined;
}
