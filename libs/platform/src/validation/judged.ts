import { ValidateBy } from 'class-validator';
import type { ValidationOptions } from 'class-validator';
import { registerJudge } from './own-words';
import type { Judge } from './own-words';

interface Check {
  readonly name: string;
  readonly judge: Judge;
  readonly args?: readonly unknown[];
}

/** A property decorator from a judging function. One `name` always stands for one judge. */
export function judged({ name, judge, args = [] }: Check, options?: ValidationOptions): PropertyDecorator {
  registerJudge(name, judge);
  return ValidateBy(
    {
      name,
      constraints: [...args],
      validator: {
        validate: (value: unknown) => judge(value, args) === undefined,
        defaultMessage: (context) => judge(context?.value, args)?.en ?? name,
      },
    },
    options,
  );
}
