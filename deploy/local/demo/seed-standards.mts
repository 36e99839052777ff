/** Standards of the demo; the supersessions of 2026 are real (see docs). */
import { words } from './words.mts';

/** When the standards of children's vehicles are in force; the last day of the old text is the day before the new one. */
export const standards = [
  {
    number: 'GB 14746-2006',
    title: words('儿童自行车安全要求', 'Safety requirements for children’s bicycles'),
    mandatory: true,
    inForceFrom: '2007-05-01',
    endsOn: '2026-10-31',
    successors: ['GB/T 14746-2025', 'GB 46517-2025'],
  },
  {
    number: 'GB/T 14746-2025',
    title: words('儿童骑行及活动用品安全 儿童自行车', 'Children’s riding products: bicycles'),
    mandatory: false,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 14747-2006',
    title: words('儿童三轮车安全要求', 'Safety requirements for children’s tricycles'),
    mandatory: true,
    inForceFrom: '2007-05-01',
    endsOn: '2026-10-31',
    successors: ['GB/T 14747-2025', 'GB 46517-2025'],
  },
  {
    number: 'GB/T 14747-2025',
    title: words('儿童骑行及活动用品安全 儿童三轮车', 'Children’s riding products: tricycles'),
    mandatory: false,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 46516-2025',
    title: words('儿童呵护用品 通用安全要求', 'Child care products: general safety'),
    mandatory: true,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 46517-2025',
    title: words('儿童骑行及活动用品 通用安全要求', 'Children’s riding products: general safety'),
    mandatory: true,
    inForceFrom: '2026-11-01',
    successors: [],
  },
  {
    number: 'GB 19865-2005',
    title: words('电玩具的安全', 'Safety of electric toys'),
    mandatory: true,
    endsOn: '2026-07-31',
    successors: ['GB/T 19865-2024'],
  },
  {
    number: 'GB/T 19865-2024',
    title: words('电玩具的安全', 'Safety of electric toys'),
    mandatory: false,
    inForceFrom: '2026-08-01',
    successors: [],
  },
  {
    number: 'JJG 41-1990',
    title: words('三针检定规程', 'Three-wire units, verification'),
    mandatory: true,
    endsOn: '2009-02-24',
    successors: ['JJF 1207-2008'],
  },
  {
    number: 'JJF 1207-2008',
    title: words('针规、三针校准规范', 'Pin gauges and three-wire units, calibration'),
    mandatory: false,
    inForceFrom: '2009-02-25',
    successors: [],
  },
];
