import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { checkUscc, DomainError, isId, parseAreaCode, standardNumber } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import type { ValidationOptions } from 'class-validator';
import { isBusinessDate, isInstant } from './dates';
import { judged } from './judged';
import type { Judge } from './own-words';

const notText: Words = { zh: '须为文本', en: 'must be a text' };

function textJudge(judge: (text: string, args: readonly unknown[]) => Words | undefined): Judge {
  return (value, args) => (typeof value === 'string' ? judge(value, args) : notText);
}

const idJudge: Judge = (value) => (isId(value) ? undefined : { zh: '不是标识符（UUID）', en: 'is not an id (UUID)' });

/** The id of something, a UUID. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return described({ type: String, format: 'uuid' }, judged({ name: 'isId', judge: idJudge }, options), options);
}

const usccJudge = textJudge((text) => {
  const check = checkUscc(text);
  return check.ok ? undefined : check.words;
});

/** Unified social credit code, GB 32100-2015; the text names the check that failed. */
export function IsUscc(options?: ValidationOptions): PropertyDecorator {
  return described(
    { type: String, example: '91330482MA2CY0KX1H' },
    judged({ name: 'isUscc', judge: usccJudge }, options),
    options,
  );
}

const areaJudge = textJudge((text) =>
  /^\d{6}$/.test(text)
    ? wordsThrownBy(() => parseAreaCode(text))
    : { zh: '行政区划代码须为 6 位数字', en: 'an area code has six digits' },
);

/** Six digits of GB/T 2260. */
export function IsAreaCode(options?: ValidationOptions): PropertyDecorator {
  return described(
    { type: String, example: '330482' },
    judged({ name: 'isAreaCode', judge: areaJudge }, options),
    options,
  );
}

const standardJudge = textJudge((text) => wordsThrownBy(() => standardNumber(text)));

/** A standard's number as people write it, dated or not: `GB/T 14747-2025`, `gb14747`. */
export function IsStandardNumber(options?: ValidationOptions): PropertyDecorator {
  const check = judged({ name: 'isStandardNumber', judge: standardJudge }, options);
  return described({ type: String, example: 'GB/T 14747-2025' }, check, options);
}

const dateJudge = textJudge((text) =>
  isBusinessDate(text) ? undefined : { zh: '不是日期（YYYY-MM-DD）', en: 'is not a date (YYYY-MM-DD)' },
);

/** A day in Asia/Shanghai that exists, `YYYY-MM-DD`. */
export function IsBusinessDate(options?: ValidationOptions): PropertyDecorator {
  return described(
    { type: String, format: 'date' },
    judged({ name: 'isBusinessDate', judge: dateJudge }, options),
    options,
  );
}

const instantJudge = textJudge((text) =>
  isInstant(text) ? undefined : { zh: '不是带时区的 ISO 8601 时间', en: 'is not an ISO 8601 time with a zone' },
);

/** An instant with its zone, ISO 8601. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return described(
    { type: String, format: 'date-time' },
    judged({ name: 'isInstant', judge: instantJudge }, options),
    options,
  );
}

const decimalJudge = textJudge((text) =>
  /^-?\d{1,30}(\.\d{1,30})?$/.test(text)
    ? undefined
    : { zh: '不是十进制数（文本）', en: 'is not a decimal number (as text)' },
);

/** A decimal number as text: measured values are never floats. */
export function IsDecimalText(options?: ValidationOptions): PropertyDecorator {
  return described(
    { type: String, example: '0.05' },
    judged({ name: 'isDecimalText', judge: decimalJudge }, options),
    options,
  );
}

const lengthJudge = textJudge((text, [most, least]) => {
  const length = [...text.trim()].length;
  if (length < Number(least))
    return length === 0
      ? { zh: '不能为空', en: 'must not be empty' }
      : { zh: `至少 ${String(least)} 个字符`, en: `must have at least ${String(least)} characters` };
  return [...text].length > Number(most)
    ? { zh: `最多 ${String(most)} 个字符`, en: `must have at most ${String(most)} characters` }
    : undefined;
});

/** A text of `least` to `most` characters; one that must not be empty is not made of blanks. */
export function Text(most: number, least = 1, options?: ValidationOptions): PropertyDecorator {
  const check = judged({ name: 'text', judge: lengthJudge, args: [most, least] }, options);
  return described({ type: String, minLength: least, maxLength: most }, check, options);
}

const valuesJudge: Judge = (value, args) =>
  args.includes(value)
    ? undefined
    : { zh: `须为以下之一：${args.join('、')}`, en: `must be one of ${args.join(', ')}` };

/** One of the listed values. */
export function OneOfValues(values: readonly string[], options?: ValidationOptions): PropertyDecorator {
  return described(
    { enum: [...values] },
    judged({ name: 'oneOfValues', judge: valuesJudge, args: values }, options),
    options,
  );
}

/** Adds the check's description to the OpenAPI document; `@ApiProperty` or `@ApiPropertyOptional` above it wins. */
export function described(
  api: ApiPropertyOptions,
  check: PropertyDecorator,
  options?: ValidationOptions,
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...api, ...(options?.each ? { isArray: true } : {}) } as ApiPropertyOptions),
    check,
  );
}

export function wordsThrownBy(parse: () => unknown): Words | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.words;
    throw error;
  }
}
