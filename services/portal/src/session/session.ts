import type { OrganisationKind, Role } from '@qi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { setCsrf } from '../api/client-config';
import { get, takeFirst } from '../api/first-answers';
import type { GatewaySignedOutResponse } from '../api/generated';
import { problemOf } from '../api/problem';

export interface Membership {
  readonly id: string;
  readonly organisation: { readonly kind: OrganisationKind; readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  /** Wants a sign-in with a code first. */
  readonly locked: boolean;
}

/** Who is here and for whom they act, as the gateway keeps it. */
export interface Session {
  readonly signedIn: boolean;
  readonly csrf: string | null;
  readonly person?: { readonly sub: string; readonly name: string; readonly email: string | null };
  readonly acting?: Membership;
  readonly memberships: readonly Membership[];
}

const nobody: Session = { signedIn: false, csrf: null, memberships: [] };
const sessionKey = ['session'];
let csrf: string | null = null;

async function fetchSession(): Promise<Session> {
  const response = (await takeFirst('/session')) ?? (await get('/session'));
  if (!response.ok) throw problemOf(response.status, undefined);
  const session = (await response.json()) as Session;
  csrf = session.csrf;
  setCsrf(csrf);
  return session;
}

/** The session; until it is known nobody is signed in, and `known` says which of the two it is. */
export function useSession(): Session & { readonly known: boolean } {
  const { data, isPending } = useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
  return { ...(data ?? nobody), known: !isPending };
}

/** A command to the gateway itself; every one carries the session's token. */
export async function post(path: string, body: unknown = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf ?? '' };
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  return response;
}

/** Acting for another organisation shows other data: nothing that was fetched before is kept. */
export function useActFor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (membershipId: string) => post('/session/act-for', { membershipId }),
    onSuccess: () => client.resetQueries(),
  });
}

/** After a new membership: acts for that organisation from now on. */
export function useTakeUp(): (organisationId: string) => Promise<void> {
  const client = useQueryClient();
  return async (organisationId) => {
    const { memberships } = await client.fetchQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 0 });
    const taken = memberships.find(({ organisation }) => organisation.id === organisationId);
    if (taken) await post('/session/act-for', { membershipId: taken.id });
    await client.resetQueries();
  };
}

/** Signing in happens at the gateway and comes back to where the reader was. */
export function signInPath(returnTo = location.pathname + location.search): string {
  return `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
}

/** As `signInPath`, with a code beside the password, to act for a membership that wants one. */
export function stepUpPath(membershipId: string): string {
  return `${signInPath()}&actFor=${membershipId}`;
}

/** Ends the session here and goes on to where it ends at the provider: the next at this counter is asked who it is. */
export async function signOut(): Promise<void> {
  const { redirectTo } = (await (await post('/auth/logout')).json()) as GatewaySignedOutResponse;
  location.assign(redirectTo);
}
