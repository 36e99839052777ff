import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';

const VARIABLES = Symbol('qi:env');

interface Variable {
  readonly property: string;
  readonly name: string;
  readonly fallback: string | undefined;
}

export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

/** Names the environment variable behind a property of a config class, and its development default. */
export function Env(name: string, fallback?: string): PropertyDecorator {
  return (target, property) => {
    const inherited = variablesOf(target);
    Reflect.defineMetadata(VARIABLES, [...inherited, { property: String(property), name, fallback }], target);
  };
}

/**
 * Reads the environment once into an instance of `Class`, validates it with its class-validator decorators and freezes
 * it. On faults it prints all of them and ends the process with code 1: a service never runs half configured.
 */
export function loadConfig<T extends object>(Class: new () => T): T {
  const { config, faults } = readConfig(Class, process.env);
  if (faults.length === 0) return config;
  const lines = faults.map(({ variable, message }) => `  ${variable}: ${message}`);
  process.stderr.write(`The configuration cannot be used:\n${lines.join('\n')}\n`);
  process.exit(1);
}

/** As `loadConfig`, from any set of variables, answering the faults. An empty variable counts as absent. */
export function readConfig<T extends object>(
  Class: new () => T,
  environment: Readonly<Record<string, string | undefined>>,
): { config: T; faults: ConfigFault[] } {
  const variables = variablesOf(Class.prototype as object);
  const raw: Record<string, string> = {};
  for (const { property, name, fallback } of variables) {
    const value = environment[name] || fallback;
    if (value !== undefined) raw[property] = value;
  }
  const config = plainToInstance(Class, raw, { exposeDefaultValues: true });
  const faults = validateSync(config).flatMap((error) => faultsOf(error, variables));
  return { config: Object.freeze(config), faults };
}

/** A config for tests and generators: development defaults, with some properties put in place as they are. */
export function configWith<T extends object>(Class: new () => T, overrides: Partial<T>): T {
  const { config } = readConfig(Class, {});
  return Object.freeze(Object.assign(Object.create(Class.prototype as object) as T, config, overrides));
}

function variablesOf(target: object): readonly Variable[] {
  return (Reflect.getMetadata(VARIABLES, target) as readonly Variable[] | undefined) ?? [];
}

function faultsOf(error: ValidationError, variables: readonly Variable[]): ConfigFault[] {
  const variable = variables.find(({ property }) => property === error.property)?.name ?? error.property;
  return Object.values(error.constraints ?? {}).map((message) => ({ variable, message }));
}
