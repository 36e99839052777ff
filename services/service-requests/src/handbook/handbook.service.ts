import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { Platforms } from '../platform/platform.service';
import { ServiceItems } from '../service-item/service-item.service';
import { handbookOf } from './handbook';
import { writeHandbook } from './handbook.writer';

interface Written {
  readonly version: string;
  readonly pdf: Promise<Buffer>;
}

/** The handbook of the live catalogue, written anew when what stands in it has changed. */
@Injectable()
export class Handbooks {
  private readonly written = new Map<Language, Written>();

  constructor(
    private readonly items: ServiceItems,
    private readonly platforms: Platforms,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  /** Its version is that of its content; `pdf` writes it, once for all who ask at the same time. */
  async open(language: Language): Promise<{ version: string; pdf: () => Promise<Buffer> }> {
    const [items, windows] = await Promise.all([this.items.listOffered(), this.platforms.listOpen()]);
    const book = handbookOf({ items, windows, address: this.config.publicUrl.replace(/\/$/, '') }, language);
    const version = createHash('sha256').update(JSON.stringify(book)).digest('base64url').slice(0, 22);
    return { version, pdf: () => this.write(language, version, () => writeHandbook(book)) };
  }

  private write(language: Language, version: string, write: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.written.get(language);
    if (known?.version === version) return known.pdf;
    const pdf = write();
    const next = { version, pdf };
    this.written.set(language, next);
    pdf.catch(() => this.written.get(language) === next && this.written.delete(language));
    return pdf;
  }
}
