import type { By } from '@qi/contracts';
import { nameKey, problems, tidyName } from '@qi/kernel';

export const synonymKinds = ['object', 'parameter'] as const;
export type SynonymKind = (typeof synonymKinds)[number];

/**
 * `same`: both names mean one thing. `broader`: `other` is the category above `name`, so that who holds the category
 * holds the name: 玩具 above 儿童三轮车.
 */
export const synonymRelations = ['same', 'broader'] as const;
export type SynonymRelation = (typeof synonymRelations)[number];

export interface SynonymDetails {
  kind: SynonymKind;
  name: string;
  relation: SynonymRelation;
  other: string;
  /** Where it stands: a standard, a catalogue, a decision. */
  source: string;
}

/** One entry of the table of names. It is never deleted: decisions were made by it. */
export interface Synonym extends SynonymDetails {
  id: string;
  nameKey: string;
  otherKey: string;
  recordedBy: By;
  recordedAt: Date;
  endedBy: By | null;
  endedAt: Date | null;
}

export const synonymProblem = problems('synonym', {
  'not-found': { kind: 'not-found', zh: '没有这条名称对应：{id}', en: 'there is no such synonym: {id}' },
  itself: { kind: 'invalid', zh: '名称不能对应自身：{name}', en: 'a name cannot stand for itself: {name}' },
  duplicate: {
    kind: 'conflict',
    zh: '已有这条对应：{name}—{other}',
    en: 'this entry is there already: {name}, {other}',
  },
  circle: {
    kind: 'conflict',
    zh: '“{name}”与“{other}”已有上下位关系',
    en: '“{name}” and “{other}” stand one above the other already',
  },
  ended: { kind: 'conflict', zh: '这条对应已停用', en: 'the entry has ended' },
});

/** A new entry. Throws `synonym/itself`. */
export function record(details: SynonymDetails, id: string, { by, at }: { by: By; at: Date }): Synonym {
  const [name, other] = [tidyName(details.name), tidyName(details.other)];
  const keys = { nameKey: nameKey(name), otherKey: nameKey(other) };
  if (keys.nameKey === keys.otherKey) throw synonymProblem.itself({ name });
  return { ...details, ...keys, id, name, other, recordedBy: by, recordedAt: at, endedBy: null, endedAt: null };
}

/** Ends an entry. Throws `synonym/ended`. */
export function end(synonym: Synonym, { by, at }: { by: By; at: Date }): Partial<Synonym> {
  if (synonym.endedAt) throw synonymProblem.ended();
  return { endedBy: by, endedAt: at };
}
