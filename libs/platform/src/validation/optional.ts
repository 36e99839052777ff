import { ValidateIf } from 'class-validator';

/** The field may be absent. Null is not absence: class-validator's own `IsOptional` lets it through to columns that refuse it. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
