import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { HttpProblem } from '@qi/platform';
import { Logins } from './login.service';

export const BACK_CHANNEL_PATH = '/auth/backchannel-logout';
const LIMIT_BYTES = 16 * 1024;

/** Logout that the OpenID provider asks for, without a browser (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class BackChannel {
  private readonly logger = new Logger('BackChannel');

  constructor(private readonly logins: Logins) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = new URLSearchParams(await textOf(request)).get('logout_token');
    const ended = await this.logins.signedOutElsewhere(token ?? '').catch((error: unknown) => {
      this.logger.warn(`logout token refused: ${String(error)}`);
      throw new HttpProblem('session/logout-token', 400, { zh: '退出令牌无效', en: 'the logout token is not valid' });
    });
    this.logger.log(`${ended} session(s) ended by the provider`);
    response.writeHead(200, { 'cache-control': 'no-store' }).end();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LIMIT_BYTES)
      throw new HttpProblem('http/payload-too-large', 413, { zh: '内容过大', en: 'too large' });
  }
  return text;
}
