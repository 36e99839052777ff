import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Puts mails into the pickup folder `<data>/mail`, one file each (RFC 5322), complete at once. A mail transfer agent that
 * watches the folder sends them; without one they are there to be read.
 */
@Injectable()
export class MailService {
  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async send(mail: Mail): Promise<void> {
    const folder = join(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const id = newId();
    const draft = join(folder, `.${id}`);
    await writeFile(draft, this.message(id, mail), { mode: 0o600 });
    await rename(draft, join(folder, `${id}.eml`));
  }

  private message(id: string, { to, subject, text }: Mail): string {
    const { hostname } = new URL(this.config.publicUrl);
    const head = {
      From: `no-reply@${hostname}`,
      To: oneLine(to),
      Subject: `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      Date: this.clock.now().toUTCString().replace('GMT', '+0000'),
      'Message-ID': `<${id}@${hostname}>`,
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    return `${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
  }
}

/** A line break in an address would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
