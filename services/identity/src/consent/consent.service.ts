import { Injectable } from '@nestjs/common';
import { OidcService } from '../oidc/oidc.service';
import type { Visit } from '../page/page.decorator';

export interface Asked {
  /** Name of the application. */
  readonly client: string;
  /** Where the browser goes afterwards. */
  readonly origin: string;
  readonly scopes: readonly string[];
}

/** Whether an application of somebody else may know who signs in. */
@Injectable()
export class ConsentService {
  constructor(private readonly oidc: OidcService) {}

  async asked({ request, response }: Visit): Promise<Asked> {
    const provider = await this.oidc.provider();
    const { params, prompt } = await provider.interactionDetails(request, response);
    const clientId = String(params['client_id']);
    const client = await provider.Client.find(clientId);
    const missing = prompt.details['missingOIDCScope'];
    return {
      client: client?.clientName ?? clientId,
      origin: new URL(String(params['redirect_uri'])).origin,
      scopes: Array.isArray(missing) ? missing.map(String) : [],
    };
  }

  /** Remembers the consent for as long as the sign-in lasts, and sends the browser on. */
  async give(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const provider = await this.oidc.provider();
    const { session, params, grantId } = await provider.interactionDetails(request, response);
    if (!session) return response.redirect(303, request.originalUrl.replace(/\/consent$/, ''));
    const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    const clientId = String(params['client_id']);
    const grant = known ?? new provider.Grant({ accountId: session.accountId, clientId });
    grant.addOIDCScope((await this.asked(visit)).scopes.join(' '));
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}
