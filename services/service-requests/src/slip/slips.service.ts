import { Inject, Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import { toString as qrCode } from 'qrcode';
import type { Config } from '../config';
import type { ServiceRequest } from '../service-request/service-request';
import { slipHtml } from './slip';

@Injectable()
export class Slips {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: Config) {}

  /** HTML with a QR code of the address under which the request is followed. */
  async print(request: ServiceRequest, language: keyof Words): Promise<string> {
    const address = `${this.config.publicUrl.replace(/\/$/, '')}/verify/${request.number}`;
    const qr = await qrCode(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
    return slipHtml(request, language, qr, address);
  }
}
