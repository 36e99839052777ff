import type { Adapter } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { DataSource } from 'typeorm';
import { hashOf } from '../secret/token.hash';

type Payload = Record<string, unknown>;
interface Found {
  readonly payload: Payload;
  readonly consumed: number | null;
}

const UPSERT = `
  insert into oidc_item (kind, id_hash, payload, uid, account_sub, grant_id, expires_at)
  values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
  on conflict (kind, id_hash) do update set payload = excluded.payload, uid = excluded.uid,
    account_sub = excluded.account_sub, grant_id = excluded.grant_id, expires_at = excluded.expires_at`;
const FOUND = `select payload, extract(epoch from consumed_at)::float8 as consumed from oidc_item where kind = $1`;
const CONSUME = `
  update oidc_item set consumed_at = now() where kind = $1 and id_hash = $2 and consumed_at is null returning kind`;

/**
 * Keeps what the provider issues (sessions, interactions, grants, codes, tokens) in one table. An id opens what it names,
 * so only its hash is kept: who reads the table can take over no session.
 */
export class OidcItemStore implements Adapter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly kind: string,
  ) {}

  async upsert(id: string, payload: Payload, expiresIn?: number): Promise<void> {
    const { uid, accountId, grantId } = payload;
    const kept = JSON.stringify(withoutIds(payload));
    const values = [kept, uid ?? null, accountId ?? null, grantId ?? null, expiresIn ?? null];
    await this.dataSource.query(UPSERT, [this.kind, hashOf(id), ...values]);
  }

  async find(id: string): Promise<Payload | undefined> {
    const found = await this.first(`${FOUND} and id_hash = $2`, hashOf(id));
    return found && { ...found, jti: id };
  }

  findByUid(uid: string): Promise<Payload | undefined> {
    return this.first(`${FOUND} and uid = $2`, uid);
  }

  /** Marks as used. Of two who use one code at the same moment, one is refused. */
  async consume(id: string): Promise<void> {
    const [consumed] = await this.dataSource.query<[unknown[], number]>(CONSUME, [this.kind, hashOf(id)]);
    if (consumed.length === 0) throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.dataSource.query('delete from oidc_item where kind = $1 and id_hash = $2', [this.kind, hashOf(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.dataSource.query('delete from oidc_item where kind = $1 and grant_id = $2', [this.kind, grantId]);
  }

  private async first(sql: string, key: unknown): Promise<Payload | undefined> {
    const [found] = await this.dataSource.query<Found[]>(sql, [this.kind, key]);
    return found && { ...found.payload, ...(found.consumed === null ? {} : { consumed: Math.floor(found.consumed) }) };
  }
}

/** An interaction's payload repeats the session's id. */
function withoutIds({ jti: _, session, ...payload }: Payload): Payload {
  if (typeof session !== 'object' || session === null) return payload;
  const { cookie: __, ...known } = session as Payload;
  return { ...payload, session: known };
}
