import { Injectable, PayloadTooLargeException } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { HttpProblem } from '@qi/platform';
import { catchError } from 'rxjs';
import type { Observable } from 'rxjs';
import { MAX_BYTES } from './attachment';

/** What the endpoint uses of the form's file. */
export interface ReceivedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Reads the form field `file` into memory, at most ten megabytes and one at a time; the name is UTF-8 as browsers send it. */
export const OneFile = FileInterceptor('file', {
  limits: { fileSize: MAX_BYTES, files: 1, fields: 10, fieldSize: 1000 },
  defParamCharset: 'utf8',
});

/** Says which limit was crossed, in words of this feature. Stands before `OneFile`. */
@Injectable()
export class NamesTooLarge implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        throw error instanceof PayloadTooLargeException ? tooLarge : error;
      }),
    );
  }
}

const tooLarge = new HttpProblem('attachment/too-large', 413, {
  zh: '附件不得超过 10 MB',
  en: 'an attachment has at most 10 MB',
});
