import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Clock } from '@qi/kernel';
import { AwsClient } from 'aws4fetch';
import { AttachmentStore } from './attachment.store';

export interface S3Options {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Address of the store; the bucket is part of the path, which self-hosted stores understand too. */
  readonly endpoint: string;
  readonly bucket: string;
}

const PATIENCE_MS = 30_000;
/** SHA-256 of no bytes. */
const NO_BODY = createHash('sha256').digest('hex');

/** Objects in a bucket of S3 or of a store that speaks its protocol. A PUT is whole or not at all. */
export class S3Store extends AttachmentStore {
  private readonly client: AwsClient;

  constructor(
    private readonly options: S3Options,
    private readonly clock: Clock,
  ) {
    super();
    this.client = new AwsClient({ ...options, service: 's3' });
  }

  async put(sha256: string, bytes: Buffer): Promise<void> {
    const known = await this.send('HEAD', sha256, NO_BODY);
    if (known.ok && known.headers.get('content-length') === String(bytes.length)) return;
    if (!known.ok && known.status !== 404) throw failed('HEAD', known);
    const answer = await this.send('PUT', sha256, sha256, bytes);
    await answer.body?.cancel();
    if (!answer.ok) throw failed('PUT', answer);
  }

  async open(sha256: string): Promise<Readable> {
    const answer = await this.send('GET', sha256, NO_BODY);
    if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream);
    await answer.body?.cancel();
    throw failed('GET', answer);
  }

  private async send(method: string, sha256: string, bodySha256: string, bytes?: Buffer): Promise<Response> {
    const { endpoint, bucket } = this.options;
    const url = `${endpoint.replace(/\/$/, '')}/${bucket}/attachments/${sha256.slice(0, 2)}/${sha256}`;
    const { headers } = await this.client.sign(url, {
      method,
      headers: { 'x-amz-content-sha256': bodySha256 },
      aws: {
        datetime: this.clock
          .now()
          .toISOString()
          .replace(/[-:]|\.\d{3}/g, ''),
      },
    });
    const body = bytes ? new Uint8Array(bytes) : null;
    return fetch(url, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  }
}

function failed(method: string, answer: Response): Error {
  return new Error(`the object store answered ${method} with ${answer.status}`);
}
