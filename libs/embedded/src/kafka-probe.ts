import { connect } from 'node:net';

const METADATA = 3;
const VERSION = 1;
const CORRELATION = 1;

/**
 * Ids of the brokers that the cluster counts as alive, asked of the broker on `port` by one Metadata request (v1, no
 * topics; Kafka protocol guide). A broker accepts connections before it may lead anything: this list tells when it may.
 * Rejects when nothing answers within `timeoutMs`.
 */
export function liveBrokers(port: number, timeoutMs = 2_000): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer from 127.0.0.1:${port}`)));
    socket.once('connect', () => socket.write(metadataRequest()));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return;
      resolve(brokerIds(received));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`127.0.0.1:${port} closed the connection`)));
  });
}

function metadataRequest(): Buffer {
  const request = Buffer.alloc(4 + 14);
  request.writeInt32BE(14, 0);
  request.writeInt16BE(METADATA, 4);
  request.writeInt16BE(VERSION, 6);
  request.writeInt32BE(CORRELATION, 8);
  request.writeInt16BE(-1, 12); // client id: null
  request.writeInt32BE(0, 14); // topics: none
  return request;
}

/** Response v1: size, correlation id, then brokers as [node id, host, port, rack or null]. */
function brokerIds(response: Buffer): number[] {
  const count = response.readInt32BE(8);
  const ids: number[] = [];
  let at = 12;
  for (let broker = 0; broker < count; broker += 1) {
    ids.push(response.readInt32BE(at));
    at += 4;
    at += 2 + response.readInt16BE(at) + 4;
    at += 2 + Math.max(0, response.readInt16BE(at));
  }
  return ids;
}
