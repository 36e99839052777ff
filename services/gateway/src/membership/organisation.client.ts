import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationKind } from '@qi/contracts';
import { isId } from '@qi/kernel';
import { HttpProblem, SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import type { ActorClaims } from '../session/session';
import { TokenMint } from '../signing-key/token-mint.service';
import { membershipProblem } from './membership';

const PATIENCE_MS = 3_000;

/** Where organisations are kept. An administration is named by its area code and kept nowhere. */
const places: Readonly<Record<OrganisationKind, readonly (readonly [service: string, path: string])[]>> = {
  enterprise: [['service-requests', 'enterprises']],
  platform: [['service-requests', 'platforms']],
  institution: [
    ['institutions', 'institutions'],
    ['metrology', 'institutes'],
  ],
  expert: [['experts', 'experts']],
  administration: [],
};

/** Asks the services about organisations, as the actor: what the actor may not see is not there. */
@Injectable()
export class Organisations {
  constructor(
    private readonly mint: TokenMint,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  /** Its name. Throws `membership/organisation-unknown`. */
  async nameOf(kind: OrganisationKind, id: string, actor: ActorClaims): Promise<string> {
    for (const [service, path] of isId(id) ? places[kind] : []) {
      const found = await this.get<{ name: string | { zh: string } }>(service, `${path}/${id}`, actor);
      if (found) return typeof found.name === 'string' ? found.name : found.name.zh;
    }
    throw membershipProblem['organisation-unknown']();
  }

  /** Whether the actor itself stands among the owners of a firm. */
  async ownsEnterprise(id: string, actor: ActorClaims): Promise<boolean> {
    const path = `enterprises/${id}/members`;
    const members = await this.get<{ items: { sub: string; roles: string[] }[] }>('service-requests', path, actor);
    return (members?.items ?? []).some(({ sub, roles }) => sub === actor.sub && roles.includes('owner'));
  }

  private async get<T>(service: string, path: string, actor: ActorClaims): Promise<T | undefined> {
    const address = this.config.services[service];
    if (!address) return undefined;
    const headers = { authorization: `Bearer ${await this.mint.tokenFor(actor, service)}` };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${address}/api/${service}/v1/${path}`, { headers, signal }).catch(() => undefined);
    if (answer?.ok) return (await answer.json()) as T;
    await answer?.body?.cancel();
    if (answer && answer.status < 500) return undefined;
    throw new HttpProblem('gateway/unreachable', 503, { zh: '服务暂时无法连接', en: 'the service cannot be reached' });
  }
}
