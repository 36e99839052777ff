import type { Server } from 'node:http';

/** Takes no more connections and waits for requests in flight, at most `patienceMs`; then cuts what is left. */
export async function stopListening(server: Server, patienceMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
