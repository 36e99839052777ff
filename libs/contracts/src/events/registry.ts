import { Type } from '@sinclair/typebox';
import { defineEvent } from '../event';
import { At, BusinessDate, Id, OneOf, Text, Words } from '../values';

/** Facts about the registers: platforms, enterprises, the catalogue, institutions and standards. */
export const PlatformChangedV1 = defineEvent({
  type: 'platform.changed.v1',
  producers: ['service-requests'],
  subject: (data) => data.platformId,
  schema: Type.Object({ platformId: Id, name: Words, status: Text, areaCodes: Type.Array(Text), at: At }),
});

export const EnterpriseVerifiedV1 = defineEvent({
  type: 'enterprise.verified.v1',
  producers: ['service-requests'],
  subject: (data) => data.enterpriseId,
  schema: Type.Object({ enterpriseId: Id, uscc: Text, name: Text, areaCode: Text, at: At }),
});

export const ServiceItemPublishedV1 = defineEvent({
  type: 'service-item.published.v1',
  producers: ['service-requests'],
  subject: (data) => data.itemId,
  schema: Type.Object({
    itemId: Id,
    code: Text,
    version: Type.Integer({ minimum: 1 }),
    name: Words,
    element: Text,
    at: At,
  }),
});

export const ServiceItemRetiredV1 = defineEvent({
  type: 'service-item.retired.v1',
  producers: ['service-requests'],
  subject: (data) => data.itemId,
  schema: Type.Object({ itemId: Id, code: Text, version: Type.Integer({ minimum: 1 }), at: At }),
});

export const institutionStatuses = ['applied', 'active', 'suspended', 'withdrawn', 'refused'] as const;

/** Status of a provider of testing or certification; `reason` where it was suspended, withdrawn or refused. */
export const InstitutionChangedV1 = defineEvent({
  type: 'institution.changed.v1',
  producers: ['institutions'],
  subject: (data) => data.institutionId,
  schema: Type.Object({
    institutionId: Id,
    name: Text,
    status: OneOf(institutionStatuses),
    reason: Type.Optional(Type.String()),
    at: At,
  }),
});

/**
 * When a standard is in force and what takes its place. `inForceFrom` inclusive; `endsOn` is the last day in force.
 * Sent for every change, also of the successors; a provider may correct its copy through an administrator's call.
 */
export const StandardChangedV1 = defineEvent({
  type: 'standard.changed.v1',
  producers: ['standards'],
  kept: true,
  subject: (data) => data.number,
  schema: Type.Object({
    number: Text,
    family: Text,
    title: Words,
    mandatory: Type.Boolean(),
    inForceFrom: Type.Optional(BusinessDate),
    endsOn: Type.Optional(BusinessDate),
    successors: Type.Array(Text),
    at: At,
  }),
});

const DayOfChange = Type.Object({
  number: Text,
  family: Text,
  title: Words,
  mandatory: Type.Boolean(),
  /** First day in force, or the first day on which it no longer is. */
  on: BusinessDate,
  at: At,
});

/** On the day, not before: a standard is in force from today. `replaces` names what it takes the place of, and how much. */
export const StandardCameIntoForceV1 = defineEvent({
  type: 'standard.came-into-force.v1',
  producers: ['standards'],
  subject: (data) => data.number,
  schema: Type.Composite([
    DayOfChange,
    Type.Object({
      replaces: Type.Array(Type.Object({ number: Text, extent: OneOf(['whole', 'part', 'clause'] as const) })),
    }),
  ]),
});

/** On the day after its last: whoever cites the standard has something to do. `successors` name what to look at. */
export const StandardEndedV1 = defineEvent({
  type: 'standard.ended.v1',
  producers: ['standards'],
  subject: (data) => data.number,
  schema: Type.Composite([DayOfChange, Type.Object({ successors: Type.Array(Text) })]),
});

/**
 * An administrator filled a year's working-day calendar in, or changed it: all days that differ from Monday to Friday.
 * `version` counts the changes of that year, so that an older fact never replaces a newer one.
 */
export const CalendarYearFilledV1 = defineEvent({
  type: 'calendar-year.filled.v1',
  producers: ['service-requests'],
  subject: (data) => String(data.year),
  schema: Type.Object({
    year: Type.Integer({ minimum: 2000, maximum: 2200 }),
    version: Type.Integer({ minimum: 1 }),
    days: Type.Array(Type.Object({ date: BusinessDate, working: Type.Boolean(), name: Type.Optional(Type.String()) })),
    /** `sub` of the administrator. */
    by: Text,
    at: At,
  }),
});

export const registryEvents = [
  CalendarYearFilledV1,
  PlatformChangedV1,
  EnterpriseVerifiedV1,
  ServiceItemPublishedV1,
  ServiceItemRetiredV1,
  InstitutionChangedV1,
  StandardChangedV1,
  StandardCameIntoForceV1,
  StandardEndedV1,
] as const;
