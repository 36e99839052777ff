import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { OnTimer, Timers, Transactions } from '@qi/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { DataSource, In, type EntityManager } from 'typeorm';
import { isDue, outlived, ROTATE_EVERY_MS, signingOf } from './key-ring';
import { SigningKeyRow } from './signing-key.row';

const ROTATE = 'gateway-rotate-signing-key';
const ALG = 'ES256';
/** Processes of one gateway take over a new key within this time. */
const REREAD_EVERY_MS = 60_000;

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly key: CryptoKey;
}

/** The gateway's keys: in its database, one new a month, each shown before it signs and after it did. */
@Injectable()
export class SigningKeys implements OnApplicationBootstrap {
  private known: { at: number; keys: SigningKeyRow[] } | undefined;
  private readonly imported = new Map<string, Promise<SigningKey>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.rotate();
  }

  /** The key that tokens are signed with now. */
  async current(): Promise<SigningKey> {
    const row = signingOf(await this.all(), this.clock.now());
    if (!row) throw new Error('there is no signing key');
    const known = this.imported.get(row.kid) ?? importKey(row);
    this.imported.set(row.kid, known);
    return known;
  }

  /** Public parts of every key that a living token may be signed with, and of the next (RFC 7517 §5). */
  async shown(): Promise<JWK[]> {
    return (await this.all()).map(({ privateKey }) => publicPart(privateKey));
  }

  /** Makes a key when the newest is a month old; at least once, by timer. */
  @OnTimer(ROTATE)
  async rotate(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('lock table signing_key in share row exclusive mode');
      const keys = await this.read(tx);
      const now = this.clock.now();
      const gone = outlived(keys, now);
      if (gone.length > 0) await tx.delete(SigningKeyRow, { kid: In(gone.map(({ kid }) => kid)) });
      const due = isDue(keys, now);
      if (due) await tx.insert(SigningKeyRow, { ...(await newKey()), createdAt: now });
      const since = due ? now : (keys[0]?.createdAt ?? now);
      const at = new Date(since.getTime() + ROTATE_EVERY_MS);
      await this.timers.schedule(tx, { key: ROTATE, task: ROTATE, payload: {}, at });
    });
    this.known = undefined;
  }

  private async all(): Promise<SigningKeyRow[]> {
    if (this.known && performance.now() - this.known.at < REREAD_EVERY_MS) return this.known.keys;
    const keys = await this.read(this.dataSource.manager);
    this.known = { at: performance.now(), keys };
    return keys;
  }

  private read(tx: EntityManager): Promise<SigningKeyRow[]> {
    return tx.find(SigningKeyRow, { order: { createdAt: 'desc' } });
  }
}

async function newKey(): Promise<{ kid: string; privateKey: JWK }> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey: { ...jwk, alg: ALG, use: 'sig', kid } };
}

async function importKey({ kid, privateKey }: SigningKeyRow): Promise<SigningKey> {
  return { kid, alg: ALG, key: (await importJWK(privateKey, ALG)) as CryptoKey };
}

function publicPart({ kty, crv, x, y, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, y, alg, use, kid } as JWK;
}
