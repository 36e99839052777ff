import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A service behind the gateway that writes down what arrives. */
export interface EchoService {
  readonly address: string;
  readonly received: Received[];
  /** Answers instead of the echo. */
  answer: RequestListener | undefined;
  close(): Promise<void>;
}

export async function echoService(): Promise<EchoService> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    if (echo.answer) return void echo.answer(request, response);
    void textOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body });
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'evil=1', 'x-qi-concerns': 'x' });
      response.end(JSON.stringify({ method, url, body }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const echo: EchoService = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return echo;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of request) text += String(chunk);
  } catch {
    // The caller has gone in the middle.
  }
  return text;
}
