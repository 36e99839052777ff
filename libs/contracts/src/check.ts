import { TypeCompiler, type TypeCheck } from '@sinclair/typebox/compiler';
import type { TSchema } from '@sinclair/typebox';
import type { EventContract } from './event';

const compiled = new Map<string, TypeCheck<TSchema>>();

/** The first faults of `data` against the contract as `pointer: message`, empty when it obeys. */
export function faultsOf(contract: EventContract, data: unknown): string[] {
  let check = compiled.get(contract.type);
  if (!check) compiled.set(contract.type, (check = TypeCompiler.Compile(contract.schema)));
  if (check.Check(data)) return [];
  const faults: string[] = [];
  for (const fault of check.Errors(data)) {
    faults.push(`${fault.path || '/'}: ${fault.message}`);
    if (faults.length === 5) break;
  }
  return faults;
}
