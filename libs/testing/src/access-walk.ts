import { organisationKinds, permissions, roles, rolesAt } from '@qi/contracts';
import type { OrganisationKind, Permission, Role, Scope, ServiceName } from '@qi/contracts';
import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor } from './actors';
import type { Answer, Http } from './http';
import { operationsOf, type OpenApiDocument, type Operation } from './openapi';

/** Something real in the service, and whose it is. */
export interface Owned {
  /** The path under which it and its parts lie: `/jobs/{id}`. */
  readonly at: string;
  /** Values of the path's parameters; `id` is its own. */
  readonly ids: Readonly<Record<string, string>>;
  readonly owners: readonly NonNullable<Actor['org']>[];
  readonly area: string;
  /** By operation, where the smallest body that fits the schema is not enough to get as far as the data. */
  readonly bodies?: Readonly<Record<string, object>>;
}

/** Nothing that a test makes lies there. */
const ELSEWHERE = '650100';

/**
 * Calls every operation of the service's OpenAPI document as each role and as nobody, and holds what comes back against
 * the permission table: whoever is not listed gets 403 (401 when not signed in), whoever is listed gets neither. What is
 * real is then asked for by people of other organisations and areas, who must be told that there is no such thing, and
 * by its owners, who must get it. Gives what was answered otherwise: a list that has to be empty.
 */
export async function accessWalk(
  { http }: { readonly http: Pick<Http, 'call'> },
  name: ServiceName,
  things: readonly Owned[],
): Promise<string[]> {
  const document = await http.call<OpenApiDocument>('GET', '/openapi.json');
  const walk = new AccessWalk(http, name);
  const operations = operationsOf(document.body);
  await inTurn(operations, (operation) => walk.roles(operation));
  await inTurn(operations, (operation) => walk.strangers(operation, things));
  // Reading first: what owners then do to a thing may end it.
  const readingFirst = [...operations].sort((a, b) => Number(b.method === 'GET') - Number(a.method === 'GET'));
  await inTurn(readingFirst, (operation) => walk.owners(operation, things));
  return walk.faults;
}

class AccessWalk {
  readonly faults: string[] = [];
  private readonly people = new Map<string, Actor>();

  constructor(
    private readonly http: Pick<Http, 'call'>,
    private readonly name: ServiceName,
  ) {}

  async roles(operation: Operation): Promise<void> {
    const permission = this.permissionOf(operation);
    const ask = (as?: Actor) => this.call(operation, {}, as);
    const asked = roles.map(async (role) => {
      const answer = await ask(this.stranger(role, ['330482']));
      const allowed = permission.open === true || permission.roles[role] !== undefined;
      if (allowed ? isRefused(answer) : !lacksRole(answer)) this.fault(operation, role, answer.status);
    });
    const { status } = await ask();
    if ((status === 401) === (permission.open === true)) this.fault(operation, 'nobody', status);
    await Promise.all(asked);
  }

  /** A thing of others is not there: by its id 404, in lists nowhere. */
  async strangers(operation: Operation, things: readonly Owned[]): Promise<void> {
    const there = things.map(({ area }) => area);
    const lists = operation.method === 'GET' && !operation.path.includes('{');
    for (const [role, scope] of scopesOf(this.permissionOf(operation))) {
      if (scope === 'all') continue;
      const stranger = this.stranger(role, scope === 'own' ? there : [ELSEWHERE]);
      for (const thing of things) if (lies(operation, thing)) await this.isHidden(operation, thing, stranger);
      if (lists && things.length > 0) await this.isNotListed(operation, things, stranger);
    }
  }

  async owners(operation: Operation, things: readonly Owned[]): Promise<void> {
    for (const thing of things.filter((one) => lies(operation, one))) {
      for (const [role, scope] of scopesOf(this.permissionOf(operation))) {
        const own = actorWithin(role, scope, thing);
        if (!own) continue;
        const answer = await this.call(operation, thing, own);
        if (isKnown(operation, thing) && !answers(operation, answer))
          this.fault(operation, `${role} (${scope}), own`, answer.status);
      }
    }
  }

  private async isHidden(operation: Operation, thing: Owned, stranger: Actor): Promise<void> {
    const { status } = await this.call(operation, thing, stranger);
    if (status !== 404) this.fault(operation, `${stranger.roles.join()}, foreign`, status);
  }

  private async isNotListed(operation: Operation, things: readonly Owned[], stranger: Actor): Promise<void> {
    const { status, body } = await this.call(operation, {}, stranger);
    const text = status === 200 ? JSON.stringify(body) : '';
    for (const { at, ids } of things)
      if (text.includes(ids['id'] ?? ''))
        this.fault(operation, `${stranger.roles.join()}, foreign, lists ${at}`, status);
  }

  /** Somebody of an organisation that owns nothing; the same one each time, since tokens take time to sign. */
  private stranger(role: Role, areas: readonly string[]): Actor {
    const key = [role, ...areas].join();
    const known = this.people.get(key) ?? actor(role, { areas });
    this.people.set(key, known);
    return known;
  }

  private permissionOf({ id }: Operation): Permission {
    const permission = permissions[this.name][id];
    if (!permission) throw new Error(`${this.name}.${id} is not in the permission table`);
    return permission;
  }

  private call(operation: Operation, { ids = {}, bodies = {} }: Partial<Owned>, as?: Actor): Promise<Answer<unknown>> {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, parameter: string) => ids[parameter] ?? newId());
    const body = operation.method === 'GET' ? undefined : (bodies[operation.id] ?? operation.body());
    return this.http.call(operation.method, path, body, {
      ...(as ? { as } : {}),
      headers: { 'if-match': '"1"' },
    });
  }

  private fault({ id, method, path }: Operation, who: string, status: number): void {
    this.faults.push(`${id} (${method} ${path}) as ${who} → ${status}`);
  }
}

function lies({ path }: Operation, { at }: Owned): boolean {
  return path.endsWith(at) || path.includes(`${at}/`);
}

/** Told apart from what a person may not do for another reason than its role: not its own request, not an owner. */
function lacksRole({ status, body }: Answer<unknown>): boolean {
  return status === 403 && (Object(body) as { type?: string }).type === 'urn:qi:problem:access/role-missing';
}

function isRefused(answer: Answer<unknown>): boolean {
  return answer.status === 401 || lacksRole(answer);
}

/** A command may come at the wrong time; it must not be refused for the role, nor be told that there is no such thing. */
function answers({ method }: Operation, answer: Answer<unknown>): boolean {
  return method === 'GET' ? answer.status === 200 : !isRefused(answer) && answer.status !== 404;
}

/** Whether every part of the path that the operation names is there. */
function isKnown({ path }: Operation, { ids }: Owned): boolean {
  return [...path.matchAll(/\{(\w+)\}/g)].every(([, parameter = '']) => ids[parameter] !== undefined);
}

function scopesOf({ roles: listed, open }: Permission): [Role, Scope][] {
  return open ? [] : (Object.entries(listed) as [Role, Scope][]);
}

/** Somebody of the role whose scope holds the thing; undefined when that cannot be. */
function actorWithin(role: Role, scope: Scope, { owners, area }: Owned): Actor | undefined {
  if (scope !== 'own') return actor(role, { areas: scope === 'area' ? [area] : [] });
  const org = owners.find(({ kind }) => kind === kindOf(role));
  return org && actor(role, { org });
}

function kindOf(role: Role): OrganisationKind | undefined {
  return organisationKinds.find((kind) => (rolesAt[kind] as readonly Role[]).includes(role));
}

async function inTurn(operations: readonly Operation[], step: (operation: Operation) => Promise<void>): Promise<void> {
  for (const operation of operations) await step(operation);
}
