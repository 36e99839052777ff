import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { SecretService } from '../secret/secret.service';
import { signingFirst, turnover, type Turnover } from './signing-key';
import { SigningKeyRow } from './signing-key.row';

/** One turnover at a time, whichever process is first. */
const LOCK = `select pg_advisory_xact_lock(hashtext('signing-key'))`;

@Injectable()
export class SigningKeyService {
  private readonly logger = new Logger('SigningKeys');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly secrets: SecretService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Private keys as JWK, the one that signs first. */
  async list(): Promise<JWK[]> {
    const rows = signingFirst(await this.dataSource.manager.find(SigningKeyRow), this.clock.now());
    return rows.flatMap(({ kid, sealedJwk }) => {
      const jwk = this.secrets.open(sealedJwk);
      if (jwk === undefined) this.logger.error(`the signing key ${kid} was sealed with another secret`);
      return jwk === undefined ? [] : [JSON.parse(jwk) as JWK];
    });
  }

  /** Makes the next key when it is due and drops those that no living token needs. */
  turnOver(): Promise<Turnover> {
    return this.transactions.run(async (tx) => {
      await tx.query(LOCK);
      const rows = await tx.find(SigningKeyRow);
      const due = turnover(rows, this.clock.now());
      if (due.makeFor) await this.make(tx, due.makeFor);
      if (due.drop.length > 0) await tx.delete(SigningKeyRow, [...due.drop]);
      return due;
    });
  }

  private async make(tx: EntityManager, signsFrom: Date): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    const sealedJwk = this.secrets.seal(JSON.stringify({ ...jwk, kid, alg: 'ES256', use: 'sig' }));
    await tx.insert(SigningKeyRow, { kid, sealedJwk, signsFrom });
    this.logger.log(`made the signing key ${kid}, which signs from ${signsFrom.toISOString()}`);
  }
}
