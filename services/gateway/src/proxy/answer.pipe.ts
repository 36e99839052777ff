import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { HttpProblem } from '@qi/platform';
import type { Dispatcher } from 'undici';
import { answerHeaders } from './proxy.headers';

/** Told the status and the inside headers of an answer, before it goes on. */
export type AnswerListener = (status: number, headers: IncomingHttpHeaders) => void;

interface Waiting {
  resolve(): void;
  reject(error: unknown): void;
}

interface Manner {
  readonly cookies: boolean;
  readonly onAnswer?: AnswerListener;
}

/** One answer on its way to the browser: read as fast as the browser takes it, dropped when the browser has gone. */
export class Pipe implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private gone = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly manner: Manner,
    private readonly waiting: Waiting,
  ) {
    response.once('close', () => this.leave());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.gone) controller.abort(new Gone());
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 103 and the like concern the neighbour only.
    if (status < 200) return;
    this.manner.onAnswer?.(status, headers);
    this.response.writeHead(status, answerHeaders(headers, this.manner.cookies));
    this.response.on('drain', () => controller.resume());
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.response.write(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.response.end();
    this.waiting.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.gone) this.waiting.resolve();
    else if (this.response.headersSent) {
      // Half an answer must not look like a whole one.
      this.response.destroy();
      this.waiting.resolve();
    } else this.waiting.reject(error instanceof HttpProblem ? error : unavailable(error));
  }

  private leave(): void {
    if (this.response.writableFinished) return;
    this.gone = true;
    this.controller?.abort(new Gone());
    this.waiting.resolve();
  }
}

class Gone extends Error {}

function unavailable(error: Error): HttpProblem {
  const late = /Timeout/.test(error.name);
  const words = late
    ? { zh: '服务没有及时答复', en: 'the service did not answer in time' }
    : { zh: '服务暂时无法连接，请稍后再试', en: 'the service cannot be reached at the moment; try again soon' };
  return new HttpProblem(late ? 'gateway/late' : 'gateway/unreachable', late ? 504 : 503, words);
}
