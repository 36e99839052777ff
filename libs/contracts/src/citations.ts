import { Type, type Static } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { OneOf, Text } from './values';

/** What may cite a standard: a laboratory's scope, a metrology institute's, the catalogue, a request under way. */
export const citationKinds = ['scope-line', 'capability', 'instrument', 'service-item', 'task'] as const;

/** Who cites one standard, as its owner answers `GET /api/<service>/v1/citations?standard=`; the asker's part of it. */
export const Citations = Type.Object({
  /** Canonical. */
  standard: Text,
  citations: Type.Array(
    Type.Object({
      kind: OneOf(citationKinds),
      count: Type.Integer({ minimum: 0 }),
      /** The first of those who hold them: institutions, firms, items. */
      holders: Type.Array(Type.Object({ id: Text, name: Type.String(), count: Type.Integer({ minimum: 1 }) })),
    }),
  ),
});
export type Citations = Static<typeof Citations>;
export type Citation = Citations['citations'][number];

const check = TypeCompiler.Compile(Citations);

export function isCitations(value: unknown): value is Citations {
  return check.Check(value);
}
