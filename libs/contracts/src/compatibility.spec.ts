import { Type } from '@sinclair/typebox';
import { incompatibilities } from './compatibility';

const base = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
  note: Type.Optional(Type.String()),
});

describe('incompatibilities › a version, once sent, keeps its meaning', () => {
  it('allows a new optional field', () => {
    expect(incompatibilities(base, Type.Object({ ...base.properties, extra: Type.Optional(Type.Number()) }))).toEqual(
      [],
    );
  });
  it.each([
    ['a removed field', Type.Omit(base, ['note']), '/note: removed'],
    ['a new required field', Type.Object({ ...base.properties, extra: Type.Number() }), '/extra: became required'],
    [
      'a required field made optional',
      Type.Object({ ...base.properties, id: Type.Optional(Type.String()) }),
      '/id: became optional',
    ],
    [
      'another type',
      Type.Object({ ...base.properties, id: Type.Number() }),
      '/id: type changed from "string" to "number"',
    ],
    [
      'a tighter rule',
      Type.Object({ ...base.properties, id: Type.String({ maxLength: 3 }) }),
      '/id: maxLength changed from undefined to 3',
    ],
    [
      'a new enum value',
      Type.Object({ ...base.properties, kind: Type.Union([Type.Literal('a'), Type.Literal('b'), Type.Literal('c')]) }),
      '/kind: alternative {"const":"c","type":"string"} added',
    ],
  ])('refuses %s', (_what, after, fault) => {
    expect(incompatibilities(base, after)).toContain(fault);
  });
  it('looks into arrays', () => {
    const list = (item: object) => Type.Object({ list: Type.Array(item as typeof base) });
    expect(incompatibilities(list(base), list(Type.Omit(base, ['id'])))).toEqual(['/list/items/id: removed']);
  });
});
