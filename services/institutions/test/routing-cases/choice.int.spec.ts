import { describeCases } from './routing-case';

const NEW = '儿童三轮车 | 稳定性 | GB/T 14747-2025';
const OLD = '儿童三轮车 | 稳定性 | GB 14747-2006';
const FIRM = '019aa000-0000-7000-8000-00000000f1f1';
const USCC = '91330482MA2B000060';
const near = { areaCode: '330482', longitude: 121.02, latitude: 30.7 };
const at = (longitude: number, latitude: number) => ({
  sites: [{ name: '总部', address: '路 1 号', areaCode: '330100', longitude, latitude }],
});

describeCases('who may, beside the scope', [
  {
    is: 'the area is not served',
    labs: { 甲: { lines: [NEW], profile: { areasServed: ['330700'] } }, 乙: [NEW] },
    ask: {},
    gets: '乙',
    fails: { 甲: 'area-served/not-served' },
  },
  {
    is: 'an area is served with all that lies in it',
    labs: { 甲: { lines: [NEW], profile: { areasServed: ['330400'] } } },
    ask: {},
    gets: '甲',
  },
  {
    is: 'no area named: everywhere',
    labs: { 甲: { lines: [NEW], profile: { areasServed: [] } } },
    ask: {},
    gets: '甲',
  },
  {
    is: 'nobody visits there: on-site work says so in its own words',
    labs: { 甲: { lines: [NEW], profile: { areasServed: ['330700'] } } },
    ask: { more: { demand: { place: 'on-site' } } },
    gets: null,
    fails: { 甲: 'area-served/no-visits-there' },
  },
  {
    is: 'capacity full: four weeks of work are in its hands',
    labs: { 甲: { lines: [NEW], profile: { capacityPerWeek: 5 }, openJobs: 20 }, 乙: [NEW] },
    ask: {},
    gets: '乙',
    fails: { 甲: 'capacity/full' },
  },
  {
    is: 'one job short of full',
    labs: { 甲: { lines: [NEW], profile: { capacityPerWeek: 5 }, openJobs: 19 } },
    ask: {},
    gets: '甲',
  },
  {
    is: 'no capacity at all',
    labs: { 甲: { lines: [NEW], profile: { capacityPerWeek: 0 } } },
    ask: {},
    gets: null,
    fails: { 甲: 'capacity/full' },
  },
  {
    is: 'closed on the planned date',
    labs: { 甲: { lines: [NEW], profile: { closedDates: ['2026-11-16'] } }, 乙: [NEW] },
    ask: {},
    gets: '乙',
    fails: { 甲: 'open-on-date/closed' },
  },
  {
    is: 'excluded by the firm',
    labs: { 甲: [NEW], 乙: [NEW] },
    ask: { excluded: ['甲'] },
    gets: '乙',
    fails: { 甲: 'not-excluded/excluded' },
  },
  {
    is: 'everybody excluded',
    labs: { 甲: [NEW], 乙: [NEW] },
    ask: { excluded: ['甲', '乙'] },
    gets: null,
    fails: { 甲: 'not-excluded/excluded', 乙: 'not-excluded/excluded' },
  },
  {
    is: 'the item is bound to named providers',
    labs: { 甲: [NEW], 乙: [NEW] },
    ask: { eligible: ['乙'] },
    gets: '乙',
    fails: { 甲: 'eligible-for-item/not-listed' },
  },
  {
    is: 'a declared conflict of interest with the firm',
    labs: { 甲: { lines: [NEW], profile: { conflicts: [USCC] } }, 乙: [NEW] },
    ask: { more: { enterpriseId: FIRM, enterpriseUscc: USCC } },
    gets: '乙',
    fails: { 甲: 'conflict-of-interest/conflict' },
  },
  {
    is: 'a conflict with another firm is none here',
    labs: { 甲: { lines: [NEW], profile: { conflicts: [USCC] } } },
    ask: { more: { enterpriseId: FIRM, enterpriseUscc: '91330482MA29GEU99P' } },
    gets: '甲',
  },
  {
    is: 'several faults are all told, the legal ones as well as the practical ones',
    labs: { 甲: { lines: [OLD], profile: { areasServed: ['330700'], capacityPerWeek: 0 } } },
    ask: {},
    gets: null,
    fails: { 甲: 'area-served/not-served capacity/full scope-covers-method-of-that-year/older-edition' },
  },
]);

describeCases('who is best', [
  {
    is: 'the nearer of two equals',
    labs: { 远: { lines: [NEW], profile: at(119.6, 28.5) }, 近: { lines: [NEW], profile: at(121.02, 30.7) } },
    ask: { more: near },
    gets: '近',
  },
  {
    is: 'the one with free hands, of two at one place',
    labs: { 忙: { lines: [NEW], openJobs: 60 }, 闲: [NEW] },
    ask: {},
    gets: '闲',
  },
  {
    is: 'the one that the firm asks for, of two equals',
    labs: { 甲: [NEW], 乙: [NEW], 丙: [NEW] },
    ask: { preferred: ['丙'] },
    gets: '丙',
  },
  {
    is: 'a wish does not open a closed gate',
    labs: { 甲: [OLD], 乙: [NEW] },
    ask: { preferred: ['甲'] },
    gets: '乙',
    fails: { 甲: 'scope-covers-method-of-that-year/older-edition' },
  },
]);

describeCases('a clerk dispatches', [
  {
    is: 'only the named one is judged',
    labs: { 甲: [NEW], 乙: [NEW] },
    ask: { dispatchedTo: '乙' },
    gets: '乙',
    fails: { 甲: 'dispatched-to/other-provider' },
  },
  {
    is: 'full hands give way to a dispatch',
    labs: { 甲: { lines: [NEW], profile: { capacityPerWeek: 0 } } },
    ask: { dispatchedTo: '甲' },
    gets: '甲',
  },
  {
    is: 'an area that is not served gives way to a dispatch',
    labs: { 甲: { lines: [NEW], profile: { areasServed: ['330700'] } } },
    ask: { dispatchedTo: '甲' },
    gets: '甲',
  },
  {
    is: 'a day off gives way to a dispatch',
    labs: { 甲: { lines: [NEW], profile: { closedDates: ['2026-11-16'] } } },
    ask: { dispatchedTo: '甲' },
    gets: '甲',
  },
  {
    is: 'the wrong edition never does',
    labs: { 甲: [OLD] },
    ask: { dispatchedTo: '甲' },
    gets: null,
    fails: { 甲: 'scope-covers-method-of-that-year/older-edition' },
    says: /GB 14747-2006/,
  },
  {
    is: 'a suspended institution never does',
    labs: { 甲: { lines: [NEW], status: 'suspended' } },
    ask: { dispatchedTo: '甲' },
    gets: null,
    fails: { 甲: 'provider-active/inactive' },
  },
  {
    is: 'a suspended line never does',
    labs: { 甲: [[NEW, { status: 'suspended' }]] },
    ask: { dispatchedTo: '甲' },
    gets: null,
    fails: { 甲: 'line-valid-on-planned-date/suspended' },
  },
  {
    is: 'a conflict of interest never does',
    labs: { 甲: { lines: [NEW], profile: { conflicts: [USCC] } } },
    ask: { dispatchedTo: '甲', more: { enterpriseId: FIRM, enterpriseUscc: USCC } },
    gets: null,
    fails: { 甲: 'conflict-of-interest/conflict' },
  },
]);
