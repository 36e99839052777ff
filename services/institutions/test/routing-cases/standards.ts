const known = (number: string, zh: string, given: object = {}) => ({
  number,
  title: { zh, en: number },
  mandatory: /^GB \d/.test(number),
  successors: [] as string[],
  ...given,
});

/** The supersessions of the case of November 2026 and others with a history, as published. */
export const standards = [
  known('GB 14746-2006', '儿童自行车安全要求', { endsOn: '2026-10-31', successors: ['GB/T 14746-2025'] }),
  known('GB/T 14746-2025', '儿童骑行及活动用品安全 儿童自行车', { inForceFrom: '2026-11-01' }),
  known('GB 14747-2006', '儿童三轮车安全要求', {
    endsOn: '2026-10-31',
    successors: ['GB/T 14747-2025', 'GB 46517-2025'],
  }),
  known('GB/T 14747-2025', '儿童骑行及活动用品安全 儿童三轮车', { inForceFrom: '2026-11-01' }),
  known('GB 14748-2006', '儿童推车安全要求', { endsOn: '2026-10-31', successors: ['GB/T 14748-2025'] }),
  known('GB/T 14748-2025', '儿童推车', { inForceFrom: '2026-11-01' }),
  known('GB 46516-2025', '儿童呵护用品 通用安全要求', { inForceFrom: '2026-11-01' }),
  known('GB 46517-2025', '儿童骑行及活动用品 通用安全要求', { inForceFrom: '2026-11-01' }),
  known('GB 19865-2005', '电玩具的安全', { endsOn: '2026-08-01', successors: ['GB/T 19865-2024'] }),
  known('GB/T 19865-2024', '电玩具的安全', { inForceFrom: '2026-08-02' }),
  known('GB/T 29606-2013', '不锈钢真空杯', { endsOn: '2027-01-31', successors: ['GB/T 29606-2026'] }),
  known('GB/T 29606-2026', '不锈钢真空杯', { inForceFrom: '2027-02-01' }),
  known('ISO 4287:1997', 'Surface texture: profile method', {
    endsOn: '2021-12-16',
    successors: ['ISO 21920-2:2021'],
  }),
  known('ISO 21920-2:2021', 'Surface texture: profile', { inForceFrom: '2021-12-17' }),
  known('GB 6675.2-2014', '玩具安全 第2部分：机械与物理性能', { inForceFrom: '2016-01-01' }),
  known('GB/T 22788-2016', '玩具及儿童用品材料中总铅含量的测定', { inForceFrom: '2017-03-01' }),
  known('GB/T 3325-2024', '金属家具通用技术条件', { inForceFrom: '2025-02-01' }),
];
