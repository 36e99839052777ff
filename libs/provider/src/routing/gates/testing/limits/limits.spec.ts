import { readLimits } from '.';
import type { Asked } from './limit-rule';

const asked: Asked = { object: '儿童三轮车', parameter: '铅', clauses: [], ranges: [], everyParameter: false };

function verdict(note: string, changes: Partial<Asked> = {}): string {
  const limits = readLimits(note);
  if (!limits) return 'unread';
  const verdicts = limits.map((limit) => limit.judge({ ...asked, ...changes }));
  if (verdicts.includes('excludes')) return 'excludes';
  return verdicts.every((each) => each === 'admits') ? 'admits' : 'a person';
}

describe('limit notes', () => {
  it.each<[string, Partial<Asked>, string]>([
    ['只用第二法', { clauses: ['第二法'] }, 'admits'],
    ['只用第二法', { clauses: ['第2法'] }, 'admits'],
    ['只用第一法、第二法', { clauses: ['第二法'] }, 'admits'],
    ['只用第二法', { clauses: ['第一法'] }, 'excludes'],
    ['只用第二法', {}, 'a person'],
    ['只用第二法', { clauses: ['5.8'] }, 'a person'],
    ['只测铅、镉', {}, 'admits'],
    ['只测儿童三轮车', {}, 'admits'],
    ['只测镉', {}, 'a person'],
    ['只测镉', { everyParameter: true }, 'excludes'],
    ['只测总铅', { everyParameter: true }, 'a person'],
    ['除铅外', {}, 'excludes'],
    ['除儿童三轮车外', {}, 'excludes'],
    ['除玩具外', {}, 'a person'],
    ['不测铅', {}, 'excludes'],
    ['除5.8条外', { clauses: ['5.8'] }, 'excludes'],
    ['除5条外', { clauses: ['5.8'] }, 'excludes'],
    ['除5.8外', { clauses: ['5.9', '4.2'] }, 'admits'],
    ['5.8条除外', { clauses: ['附录A'] }, 'a person'],
    ['限100kN以下', { ranges: [{ min: '0', max: '50000', unit: 'N' }] }, 'admits'],
    ['限100kN以下', { ranges: [{ min: '0', max: '0.2', unit: 'MN' }] }, 'excludes'],
    ['限100kN以下', { ranges: [{ min: '0', max: '1', unit: 'mm' }] }, 'a person'],
    ['限100kN以下', {}, 'a person'],
    ['只测(0~150)mm', { ranges: [{ min: '1', max: '15', unit: 'cm' }] }, 'admits'],
    ['测量范围：≤2 m', { ranges: [{ min: '0', max: '2500', unit: 'mm' }] }, 'excludes'],
    ['只用第二法；除铅外', { clauses: ['第二法'] }, 'excludes'],
    ['只用第二法；只测铅', { clauses: ['第二法'] }, 'admits'],
    ['只用第二法；设备受限', { clauses: ['第二法'] }, 'unread'],
    ['只做小型样品以外的', {}, 'unread'],
    ['限小型', {}, 'unread'],
    ['除第一法外只测铅', {}, 'unread'],
    ['部分参数', {}, 'unread'],
    ['', {}, 'unread'],
  ])('%s for %j: %s', (note, changes, expected) => expect(verdict(note, changes)).toBe(expected));
});
