import type { Readable } from 'node:stream';

/** Where the bytes are, named by their sha256 (lower-case hex). Bytes are written once and never changed. */
export abstract class AttachmentStore {
  /** Durable when it resolves. Bytes that are there already are not written again. */
  abstract put(sha256: string, bytes: Buffer): Promise<void>;

  /** Throws when there is nothing under that name: rows are written after their bytes, so that is a fault of the store. */
  abstract open(sha256: string): Promise<Readable>;
}
