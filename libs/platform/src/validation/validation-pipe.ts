import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { invalidRequest } from '../problems/http-problem';
import type { Fault } from '../problems/http-problem';
import { constraintWords } from './constraint-words';
import { nullFaults } from './null-faults';
import { textFaults } from './text-faults';

type DtoClass = new () => object;

const PLAIN: readonly unknown[] = [String, Boolean, Number, Array, Object, Date, Buffer, undefined];
const PLACES = { query: 'query', param: 'path', body: undefined, custom: undefined } as const;

/**
 * Makes an instance of the DTO class and checks it. Fields that the class does not declare are refused. All faults are
 * told at once, each by JSON pointer.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    const unsound = textFaults(value);
    if (unsound.length > 0) throw invalidRequest(placed(unsound, PLACES[type]));
    if (PLAIN.includes(metatype)) return value;
    if (!isPlainObject(value)) throw invalidRequest(placed([notAnObject], PLACES[type]));
    const dto = plainToInstance(metatype as DtoClass, value);
    const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
    const faults = errors.length > 0 ? faultsOf(errors) : nullFaults(dto);
    if (faults.length > 0) throw invalidRequest(placed(faults, PLACES[type]));
    return dto;
  }
}

const notAnObject: Fault = { pointer: '', words: { zh: '须为 JSON 对象', en: 'must be a JSON object' } };

function faultsOf(errors: readonly ValidationError[], above = ''): Fault[] {
  return errors.flatMap((error) => {
    const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.keys(error.constraints ?? {}).map((name) => ({ pointer, words: constraintWords(error, name) }));
    // One text per field: a missing value breaks every constraint on it.
    return [...own.slice(0, 1), ...faultsOf(error.children ?? [], pointer)];
  });
}

function placed(faults: readonly Fault[], place: Fault['in']): Fault[] {
  return faults.map((fault) => (place ? { ...fault, in: place } : fault));
}

/** Query objects have no prototype. */
function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
