/** A measuring instrument that firms speak of in short, with what it measures; ranges are the usual ones, to be edited. */
export interface NamedInstrument {
  readonly name: string;
  readonly measurand: string;
  readonly unit: string;
  readonly min: string;
  readonly max: string;
}

const length = { measurand: '长度', unit: 'mm', min: '0' };
const known: readonly (NamedInstrument & { readonly words: readonly string[] })[] = [
  { name: '游标卡尺', ...length, max: '150', words: ['卡尺', 'caliper'] },
  { name: '千分尺', ...length, max: '25', words: ['千分尺', '螺旋测微器', 'micrometer'] },
  { name: '百分表', ...length, max: '10', words: ['百分表', '千分表', 'dial gauge'] },
  { name: '高度尺', ...length, max: '300', words: ['高度尺', 'height gauge'] },
  { name: '钢卷尺', measurand: '长度', unit: 'm', min: '0', max: '5', words: ['卷尺', 'tape measure'] },
  { name: '推拉力计', measurand: '力', unit: 'N', min: '0', max: '500', words: ['推拉力计', '测力计', 'force gauge'] },
  {
    name: '扭矩扳手',
    measurand: '扭矩',
    unit: 'N·m',
    min: '0',
    max: '100',
    words: ['扭矩扳手', '扭力扳手', 'torque wrench'],
  },
  { name: '电子天平', measurand: '质量', unit: 'g', min: '0', max: '200', words: ['天平', 'balance'] },
  { name: '电子秤', measurand: '质量', unit: 'kg', min: '0', max: '30', words: ['电子秤', '台秤', 'scale'] },
  { name: '压力表', measurand: '压力', unit: 'MPa', min: '0', max: '1.6', words: ['压力表', 'pressure gauge'] },
  { name: '温度计', measurand: '温度', unit: '°C', min: '0', max: '100', words: ['温度计', 'thermometer'] },
  { name: '万用表', measurand: '电压', unit: 'V', min: '0', max: '1000', words: ['万用表', 'multimeter'] },
  { name: '硬度计', measurand: '硬度', unit: 'HRC', min: '20', max: '70', words: ['硬度计', 'hardness tester'] },
];

/** The instruments that a text in lower case names, each once. */
export function instrumentsIn(text: string): NamedInstrument[] {
  return known
    .filter(({ words }) => words.some((word) => text.includes(word)))
    .map(({ name, measurand, unit, min, max }) => ({ name, measurand, unit, min, max }));
}
