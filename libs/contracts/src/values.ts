import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { elements } from './element';

/** Building blocks of event data. Objects stay open: a reader ignores fields it does not know. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** Instant, ISO 8601 in UTC with milliseconds. */
export const At = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$' });
/** Business date in Asia/Shanghai, `YYYY-MM-DD`. */
export const BusinessDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Text = Type.String({ minLength: 1, maxLength: 2000 });
/** A decimal number as text: measured values are never floats. */
export const DecimalText = Type.String({ pattern: '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$' });
export const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** TypeBox union of string literals from a `const` array. */
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value)) as TSchema[]));

export const ElementName = OneOf(elements);

/** Who did something: the subject of the token and the name shown on the life line. */
export const By = Type.Object({ sub: Text, name: Type.String() });
export type By = Static<typeof By>;

export const deliverableKinds = [
  'test-report',
  'certification-certificate',
  'calibration-certificate',
  'verification-certificate',
  'rejection-notice',
  'diagnosis-report',
  'advice-report',
] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];

/** What a job hands over. `sha256` is the lower-case hex digest of the file behind `fileId`. */
export const Deliverable = Type.Object({
  kind: OneOf(deliverableKinds),
  number: Text,
  title: Type.String(),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  fileId: Id,
  fileName: Text,
  size: Type.Integer({ minimum: 0 }),
  issuedOn: BusinessDate,
  verifyPath: Type.Optional(Type.String()),
});
export type Deliverable = Static<typeof Deliverable>;

export const schemes = ['CMA', 'CNAS', 'CATL', 'CCC', 'LEGAL_METROLOGY'] as const;
export type Scheme = (typeof schemes)[number];

/** One thing to be tested: a parameter by a method standard, as the firm wrote it (dated or undated). */
export const TestDemand = Type.Object({ parameter: Text, methodStandard: Text });
export type TestDemand = Static<typeof TestDemand>;

/** One instrument to be calibrated or verified. `tolerance` is the maximum permissible error in `unit`. */
export const MeasurementDemand = Type.Object({
  instrument: Text,
  measurand: Text,
  min: DecimalText,
  max: DecimalText,
  unit: Text,
  tolerance: Type.Optional(DecimalText),
  quantity: Type.Integer({ minimum: 1 }),
  service: OneOf(['calibration', 'verification'] as const),
});
export type MeasurementDemand = Static<typeof MeasurementDemand>;

export const places = ['laboratory', 'on-site'] as const;

/** What is wanted, in terms a provider can judge. Each element uses the lists it understands; the others are empty. */
export const Demand = Type.Object({
  object: Text,
  tests: Type.Array(TestDemand),
  measurements: Type.Array(MeasurementDemand),
  skills: Type.Array(Text),
  schemes: Type.Array(OneOf(schemes)),
  quantity: Type.Optional(Type.Integer({ minimum: 1 })),
  place: OneOf(places),
  plannedDate: BusinessDate,
  text: Type.String({ maxLength: 4000 }),
});
export type Demand = Static<typeof Demand>;

export const EnterpriseRef = Type.Object({
  id: Id,
  uscc: Text,
  name: Text,
  areaCode: Type.String({ pattern: '^\\d{6}$' }),
  industryCode: Type.Optional(Type.String()),
  longitude: Type.Optional(Type.Number()),
  latitude: Type.Optional(Type.Number()),
});
export type EnterpriseRef = Static<typeof EnterpriseRef>;
