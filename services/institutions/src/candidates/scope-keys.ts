import { coversEveryParameter, normalName, readNumber } from '@qi/provider';
import { growing } from './growing';

export interface ScopeKey {
  readonly id: number;
  readonly standard: string;
  readonly family: string;
  readonly objectKey: string;
  readonly parameter: string;
}

/** Numbers for texts, in the order in which they come. */
class Names {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  find(text: string): number {
    return this.numbers.get(text) ?? -1;
  }
}

/** What lines are about, by the key's id: which standard, which parameter of which object. */
export class ScopeKeys {
  private readonly standards = new Names();
  private readonly parameters = new Names();
  private readonly objects = new Names();
  /** Standard families, then objects, then the newest key of both; `next` leads on to older ones. */
  private readonly families = new Map<string, Map<string, number>>();
  private standard = new Int32Array(0);
  private parameter = new Int32Array(0);
  private object = new Int32Array(0);
  private next = new Int32Array(0);
  private readonly raw = new Map<number, string>();

  has(id: number): boolean {
    return id < this.standard.length && this.standard[id] !== 0;
  }

  add({ id, standard, family, objectKey, parameter }: ScopeKey): void {
    if (this.has(id)) return;
    this.standard = growing(this.standard, id + 1);
    this.parameter = growing(this.parameter, id + 1);
    this.object = growing(this.object, id + 1);
    this.next = growing(this.next, id + 1);
    const normal = normalName(parameter);
    this.standard[id] = this.standards.number(standard) + 1;
    this.parameter[id] = this.parameters.number(normal);
    this.object[id] = this.objects.number(objectKey);
    if (normal !== parameter) this.raw.set(id, parameter);
    let objects = this.families.get(family);
    if (!objects) this.families.set(family, (objects = new Map()));
    this.next[id] = objects.get(objectKey) ?? 0;
    objects.set(objectKey, id);
  }

  /** Keys of the object under any edition of the family. */
  of(family: string, objectKey: string): number[] {
    return this.chain(this.families.get(family)?.get(objectKey) ?? 0);
  }

  ofAnyObject(family: string): number[] {
    return [...(this.families.get(family)?.values() ?? [])].flatMap((id) => this.chain(id));
  }

  parameterOf(id: number): string {
    return this.raw.get(id) ?? this.parameters.texts[this.parameter[id] ?? 0] ?? '';
  }

  standardOf(id: number): string {
    return this.standards.texts[(this.standard[id] ?? 1) - 1] ?? '';
  }

  objectOf(id: number): string {
    return this.objects.texts[this.object[id] ?? 0] ?? '';
  }

  /** Whether the key's parameter goes by one of these names, or stands for all. */
  isOfParameter(id: number, names: readonly number[]): boolean {
    return names.includes(this.parameter[id] ?? -1) || coversEveryParameter(this.parameterOf(id));
  }

  /** Numbers of the names that some key knows. */
  parameterNumbers(names: readonly string[]): number[] {
    return names.map((name) => this.parameters.find(normalName(name))).filter((number) => number >= 0);
  }

  /** A dated key covers that edition only; an undated one whichever edition of the family is asked for. */
  isOfMethod(id: number, wanted: string): boolean {
    const cited = readNumber(this.standardOf(id));
    if (!cited) return false;
    return cited.dated === undefined ? cited.family === readNumber(wanted)?.family : cited.dated === wanted;
  }

  private chain(first: number): number[] {
    const ids: number[] = [];
    for (let id = first; id > 0; id = this.next[id] ?? 0) ids.push(id);
    return ids;
  }
}
