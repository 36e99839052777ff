import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

interface Change {
  readonly service: string;
  readonly aggregate: string;
  readonly requestId?: string;
}

/** Listens to the gateway's stream while somebody is signed in: what changed is fetched anew, notices are counted anew. */
export function useChanges(signedIn: boolean, membershipId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return undefined;
    const stream = new EventSource('/session/events');
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { service, aggregate, requestId } = JSON.parse(data) as Change;
      void client.invalidateQueries({ queryKey: [service, aggregate] });
      // Whatever a provider does for a request shows on the request's page too.
      if (requestId) void client.invalidateQueries({ queryKey: ['service-requests', 'service-request'] });
    });
    stream.addEventListener('notice', () => void client.invalidateQueries({ queryKey: ['gateway', 'notice'] }));
    return () => stream.close();
  }, [client, signedIn, membershipId]);
}
