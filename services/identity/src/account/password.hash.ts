import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters that OWASP's cheat sheet on password storage names first: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

let nobody: Promise<string> | undefined;

/** Without a hash it takes as long and answers false: nobody can tell by the time whether an account exists. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (nobody ??= hashPassword('no password at all')));
  const fits = await verify(against, password.normalize('NFKC'));
  return stored !== undefined && fits;
}
