import { dsiSymbol } from './d-si';

interface UnitEntry {
  readonly symbol: string;
  readonly quantity: string;
  /** To the unit of the quantity that is named first. */
  readonly factor: string;
  readonly offset: string;
}

/**
 * By quantity: symbol and factor to the first unit. Factors and prefixes by the SI Brochure (BIPM, 9th edition, tables 4,
 * 7 and 8), with the units that GB 3100-1993 allows beside the SI; inch, foot and pound by definition (1959), kgf and atm
 * by the CGPM. What stands alone (dB(A), pH, hardness, NTU) is a scale of its own and converts into nothing. Mass
 * fractions are no ratios: `%` alone does not say of what.
 */
const FACTORS: Readonly<Record<string, string>> = {
  length: 'm 1, km 1e3, dm 1e-1, cm 1e-2, mm 1e-3, μm 1e-6, nm 1e-9, in 0.0254, ft 0.3048',
  mass: 'kg 1, t 1e3, g 1e-3, mg 1e-6, μg 1e-9, ng 1e-12, lb 0.45359237',
  force: 'N 1, mN 1e-3, daN 10, kN 1e3, MN 1e6, kgf 9.80665, gf 9.80665e-3',
  pressure:
    'Pa 1, hPa 1e2, kPa 1e3, MPa 1e6, GPa 1e9, mbar 1e2, bar 1e5, atm 101325, N/mm² 1e6, N/m² 1, kgf/cm² 98066.5',
  temperature: 'K 1, mK 1e-3, °C 1',
  time: 's 1, ms 1e-3, μs 1e-6, ns 1e-9, min 60, h 3600, d 86400',
  torque: 'N·m 1, mN·m 1e-3, kN·m 1e3, N·cm 1e-2, kgf·m 9.80665',
  volume: 'm³ 1, dm³ 1e-3, cm³ 1e-6, mm³ 1e-9, L 1e-3, dL 1e-4, mL 1e-6, μL 1e-9',
  area: 'm² 1, km² 1e6, dm² 1e-2, cm² 1e-4, mm² 1e-6, hm² 1e4',
  voltage: 'V 1, nV 1e-9, μV 1e-6, mV 1e-3, kV 1e3, MV 1e6',
  current: 'A 1, pA 1e-12, nA 1e-9, μA 1e-6, mA 1e-3, kA 1e3',
  resistance: 'Ω 1, μΩ 1e-6, mΩ 1e-3, kΩ 1e3, MΩ 1e6, GΩ 1e9, TΩ 1e12',
  capacitance: 'F 1, mF 1e-3, μF 1e-6, nF 1e-9, pF 1e-12',
  inductance: 'H 1, mH 1e-3, μH 1e-6, nH 1e-9',
  charge: 'C 1, mC 1e-3, μC 1e-6, nC 1e-9, pC 1e-12',
  'magnetic flux density': 'T 1, mT 1e-3, μT 1e-6, nT 1e-9',
  'electric field': 'V/m 1, kV/m 1e3, kV/mm 1e6',
  conductivity: 'S/m 1, mS/m 1e-3, mS/cm 1e-1, μS/cm 1e-4',
  power: 'W 1, μW 1e-6, mW 1e-3, kW 1e3, MW 1e6',
  energy: 'J 1, mJ 1e-3, kJ 1e3, MJ 1e6, W·h 3600, kW·h 3.6e6',
  frequency: 'Hz 1, kHz 1e3, MHz 1e6, GHz 1e9',
  'rotational speed': 'r/s 60, r/min 1',
  speed:
    'm/s 1, mm/s 1e-3, cm/s 1e-2, mm/min 1.6666666666666666666666666666666666666667e-5, m/min 1.6666666666666666666666666666666666666667e-2, km/h 0.27777777777777777777777777777777777777778',
  acceleration: 'm/s² 1, gn 9.80665',
  angle:
    'rad 1, mrad 1e-3, ° 0.01745329251994329576923690768488612713443, ′ 2.908882086657215961539484614147687855738e-4, ″ 4.848136811095359935899141023579479759564e-6',
  density: 'kg/m³ 1, g/cm³ 1e3, g/mL 1e3, kg/L 1e3',
  'mass concentration':
    'g/L 1, mg/L 1e-3, μg/L 1e-6, ng/L 1e-9, mg/mL 1, μg/mL 1e-3, ng/mL 1e-6, mg/m³ 1e-6, μg/m³ 1e-9',
  'mass fraction': 'mg/kg 1, g/kg 1e3, μg/kg 1e-3, ng/kg 1e-6, mg/g 1e3, μg/g 1, ng/g 1e-3, g/100g 1e4, mg/100g 10',
  'amount concentration': 'mol/L 1, mmol/L 1e-3, μmol/L 1e-6, nmol/L 1e-9',
  amount: 'mol 1, mmol 1e-3, μmol 1e-6',
  'mass per area': 'kg/m² 1, g/m² 1e-3, mg/cm² 1e-2, mg/dm² 1e-4, mg/m² 1e-6, μg/cm² 1e-5',
  'surface tension': 'N/m 1, mN/m 1e-3, kN/m 1e3, N/cm 1e2, N/mm 1e3',
  'dynamic viscosity': 'Pa·s 1, mPa·s 1e-3',
  'kinematic viscosity': 'm²/s 1, mm²/s 1e-6',
  'volume flow': 'm³/s 3600, m³/h 1, L/min 0.06, L/h 1e-3, mL/min 6e-5, L/s 3.6',
  illuminance: 'lx 1, klx 1e3',
  'luminous flux': 'lm 1',
  'luminous intensity': 'cd 1',
  luminance: 'cd/m² 1',
  irradiance: 'W/m² 1, mW/cm² 10, μW/cm² 1e-2',
  'thermal conductivity': 'W/(m·K) 1, mW/(m·K) 1e-3',
  'heat transfer': 'W/(m²·K) 1',
  activity: 'Bq 1, kBq 1e3, MBq 1e6, GBq 1e9',
  'specific activity': 'Bq/kg 1, kBq/kg 1e3, Bq/g 1e3',
  'activity concentration': 'Bq/m³ 1, Bq/L 1e3',
  'absorbed dose': 'Gy 1, mGy 1e-3, μGy 1e-6',
  'dose equivalent': 'Sv 1, mSv 1e-3, μSv 1e-6',
  'dose rate': 'μSv/h 1, mSv/h 1e3, nSv/h 1e-3',
  'relative humidity': '%RH 1',
  ratio: '1 1, % 1e-2, ‰ 1e-3, ppm 1e-6, ppb 1e-9',
  'count by mass': 'CFU/g 1, CFU/kg 1e-3',
  'count by volume': 'CFU/mL 1, CFU/L 1e-3, CFU/100mL 1e-2',
  level: 'dB 1',
  'sound level A': 'dB(A) 1',
  'sound level C': 'dB(C) 1',
  'power level': 'dBm 1',
  acidity: 'pH 1',
  turbidity: 'NTU 1',
  'Rockwell C': 'HRC 1',
  'Vickers hardness': 'HV 1',
  'Brinell hardness': 'HBW 1',
  'Shore A': 'HA 1',
  'Shore D': 'HD 1',
};

/** 0 °C is 273.15 K exactly. */
const OFFSETS: Readonly<Record<string, string>> = { '°C': '273.15' };

export const UNIT_TABLE: readonly UnitEntry[] = Object.entries(FACTORS).flatMap(([quantity, list]) =>
  list.split(', ').map((entry) => {
    const [symbol = '', factor = '1'] = entry.split(' ');
    return { symbol, quantity, factor, offset: OFFSETS[symbol] ?? '0' };
  }),
);

/** What people type for a symbol of the table: words, capitals of habit, letters for signs. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    'Nm N·m, N*m N·m, N.m N·m, kNm kN·m, kN.m kN·m, mNm mN·m, kWh kW·h, Wh W·h, Pas Pa·s, Pa.s Pa·s, mPas mPa·s, mPa.s mPa·s',
    'l L, ml mL, ul μL, dl dL, ug μg, um μm, us μs, uL μL, uA μA, uV μV, uF μF, uH μH, uT μT, uW μW, uC μC, uSv μSv, cc cm³',
    'mg/l mg/L, ug/L μg/L, ug/l μg/L, μg/l μg/L, g/l g/L, mg/ml mg/mL, ug/mL μg/mL, ug/ml μg/mL, μg/ml μg/mL, ng/ml ng/mL',
    'g/ml g/mL, ug/kg μg/kg, ug/g μg/g, ug/m³ μg/m³, ug/cm² μg/cm², uS/cm μS/cm, uW/cm² μW/cm², uSv/h μSv/h',
    'mol/l mol/L, mmol/l mmol/L, l/min L/min, l/h L/h, l/s L/s, ml/min mL/min, CFU/ml CFU/mL, cfu/g CFU/g, cfu/mL CFU/mL',
    'cfu/ml CFU/mL, CFU/100ml CFU/100mL, cfu/100mL CFU/100mL, cfu/100ml CFU/100mL',
    'degC °C, 摄氏度 °C, oC °C, ohm Ω, Ohm Ω, kohm kΩ, Mohm MΩ, deg °, 度 °, 分 ′, 秒 ″, rpm r/min, rev/min r/min, 转/分 r/min',
    'RH %RH, %R.H. %RH, RH% %RH, dBA dB(A), dBa dB(A), dB(a) dB(A), dBC dB(C), ph pH, PH pH, Lx lx, lux lx, hz Hz, KHz kHz, Kg kg',
    'W/mK W/(m·K), W/m·K W/(m·K), W/(m.K) W/(m·K), W/(mK) W/(m·K), W/(m²K) W/(m²·K), W/(m².K) W/(m²·K), W/m²·K W/(m²·K)',
    '毫米 mm, 厘米 cm, 米 m, 微米 μm, 千克 kg, 公斤 kg, 克 g, 毫克 mg, 吨 t, 牛 N, 千牛 kN, 兆帕 MPa, 千帕 kPa, 帕 Pa, 伏 V, 安 A',
    '升 L, 毫升 mL, 小时 h, 分钟 min, 百分比 %, 分贝 dB, 赫兹 Hz, 千赫 kHz, 瓦 W, 千瓦 kW, 欧姆 Ω, 开尔文 K, 英寸 in, 勒克斯 lx',
    'm/s/s m/s², HRc HRC, ShoreA HA, 邵氏A HA, ShoreD HD, 邵氏D HD',
  ].flatMap((line) =>
    line.split(', ').map((entry): [string, string] => {
      const [typed = '', symbol = ''] = entry.split(' ');
      return [typed, symbol];
    }),
  ),
);

/**
 * The symbol of a unit as it is written: everyday spellings, `℃`, the micro and ohm signs, full-width letters, `m2` and
 * `m^2` for `m²`, and D-SI (`\kilo\newton\metre`). What is unknown comes back as it is, without blanks.
 */
export function symbolOf(unit: string): string {
  if (unit.includes('\\')) return dsiSymbol(unit) ?? unit;
  const text = unit
    .replace(/[^²³″′]/g, (char) => char.normalize('NFKC'))
    .replace(/\s/g, '')
    .replace(/[⋅∙•×]/g, '·')
    .replace(/(?<=[a-zA-Zμ])\^?2(?![0-9])/g, '²')
    .replace(/(?<=[a-zA-Zμ])\^?3(?![0-9])/g, '³')
    .replace(/^["'']{2}$|^"$/, '″')
    .replace(/^['']$/, '′');
  return SPELLINGS.get(text) ?? text;
}
