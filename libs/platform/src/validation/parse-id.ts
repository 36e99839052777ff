import { Injectable, Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { isId } from '@qi/kernel';
import { HttpProblem } from '../problems/http-problem';

/** A path part that is no id names nothing: 404, and the database is not asked. */
@Injectable()
export class ParseId implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (isId(value)) return value.toLowerCase();
    throw new HttpProblem('http/not-found', 404, { zh: '未找到', en: 'Not found' });
  }
}

/** `@IdParam()` takes the path's `:id`, `@IdParam('taskId')` another one. */
export function IdParam(name = 'id'): ParameterDecorator {
  return Param(name, ParseId);
}
