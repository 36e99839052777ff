/** The slice of oidc-provider that identity uses; the package carries no types. */
declare module 'oidc-provider' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { JWK } from 'jose';

  type Payload = Record<string, unknown>;

  /** Where the provider keeps its artefacts. `expiresIn` is in seconds. */
  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Client {
    readonly clientId: string;
    readonly clientName?: string;
    readonly redirectUris: readonly string[];
    readonly backchannelLogoutUri?: string;
    readonly [metadata: string]: unknown;
    backchannelLogout(sub: string, sid: string): Promise<void>;
  }

  export interface Session {
    readonly uid: string;
    readonly accountId?: string;
    readonly acr?: string;
    grantIdFor(clientId: string): string | undefined;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface Login {
    readonly accountId: string;
    readonly amr?: readonly string[];
    readonly acr?: string;
  }

  export interface InteractionResult {
    readonly login?: Login;
    readonly consent?: { readonly grantId: string };
    readonly error?: string;
    readonly error_description?: string;
    readonly [own: string]: unknown;
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string; readonly reasons: readonly string[]; readonly details: Payload };
    readonly params: Readonly<Record<string, unknown>>;
    readonly session?: { readonly accountId: string; readonly uid: string };
    readonly grantId?: string;
    readonly result?: InteractionResult;
  }

  export interface Context {
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    readonly ip: string;
    type: string;
    body: unknown;
    status: number;
    get(header: string): string;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: Client;
      readonly session: Session;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly result?: InteractionResult;
      readonly entities: { readonly IdTokenHint?: { readonly payload: { readonly sub: string } } };
    };
  }

  export interface ProviderAccount {
    readonly accountId: string;
    claims(): Promise<Payload>;
  }

  export class Provider extends EventEmitter {
    constructor(issuer: string, configuration: Payload & { readonly jwks: { readonly keys: readonly JWK[] } });
    /** Believe the headers X-Forwarded-*. */
    proxy: boolean;
    readonly Client: { find(id: string): Promise<Client | undefined> };
    on(event: string, listener: (context: Context, ...rest: never[]) => void): this;
    readonly Grant: {
      new (of: { readonly accountId: string; readonly clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    readonly Session: { get(context: { req: IncomingMessage; res: ServerResponse }): Promise<Session> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
      options?: { readonly mergeWithLastSubmission?: boolean },
    ): Promise<string>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
      options?: { readonly mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }

  type Check = (context: Context) => boolean;

  export const interactionPolicy: {
    base(): { get(prompt: string): { readonly checks: { add(check: object): void } } };
    readonly Check: new (reason: string, description: string, error: string, check: Check) => object;
  };

  export namespace errors {
    class InvalidGrant extends Error {
      constructor(detail: string);
    }
    class SessionNotFound extends Error {}
  }
}
