import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { generatedSecret, SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys for every use, derived from the installation's secret (HKDF, RFC 5869). The newest secret comes first. */
@Injectable()
export class SecretService implements OnModuleInit {
  private secrets: readonly string[] = [];

  constructor(@Inject(SERVICE_CONFIG) private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    const { secret } = this.config;
    this.secrets = secret ? secret.split(',') : [await generatedSecret(this.config, 'qi-identity')];
  }

  cookieKeys(): string[] {
    return this.keysFor('cookies').map((key) => key.toString('base64url'));
  }

  /** Encrypts a text for the database (AES-256-GCM): base64url of nonce, tag and cipher text. */
  seal(text: string): string {
    const [key] = this.keysFor('database');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key!, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The text again; undefined when none of the secrets opens it. */
  open(sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    const keys = this.keysFor('database');
    return keys.map((key) => decrypt(key, bytes)).find((text) => text !== undefined);
  }

  private keysFor(use: string): Buffer[] {
    return this.secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `qi identity ${use}`, 32)));
  }
}

function decrypt(key: Buffer, bytes: Buffer): string | undefined {
  const opening = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
  opening.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([opening.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
