import type { MeasurementDemand } from '@qi/contracts';
import { convert, Decimal, parseDecimal } from '@qi/kernel';
import type { CapabilityFact } from '../../facts';

/** Expanded uncertainties are compared at this coverage factor (ILAC-P14). */
const K = new Decimal(2);

/** Tolerance divided by U (k = 2), the test uncertainty ratio; undefined without tolerance or with a foreign unit. */
export function ratioOf(capability: CapabilityFact, measurement: MeasurementDemand): Decimal | undefined {
  if (measurement.tolerance === undefined) return undefined;
  const expanded = expandedIn(capability, measurement);
  if (!expanded) return undefined;
  const tolerance = parseDecimal(measurement.tolerance).abs();
  return expanded.isZero() ? new Decimal(Infinity) : tolerance.div(expanded);
}

/** Without a tolerance nothing is asked of the uncertainty; an uncertainty that cannot be compared is not good enough. */
export function isPreciseEnough(capability: CapabilityFact, measurement: MeasurementDemand, required: string): boolean {
  if (measurement.tolerance === undefined) return true;
  return ratioOf(capability, measurement)?.gte(required) ?? false;
}

/** U at k = 2 in the unit of the demand. A relative one is taken at the end of the range that is farther from zero. */
function expandedIn({ uncertainty, uncertaintyUnit, k }: CapabilityFact, { min, max, unit }: MeasurementDemand) {
  try {
    const value = parseDecimal(uncertainty).times(K).div(parseDecimal(k));
    const relative = uncertaintyUnit === '%' || uncertaintyUnit === '‰' || uncertaintyUnit === '1';
    if (relative && unit !== uncertaintyUnit) {
      return convert(value, uncertaintyUnit, '1').times(Decimal.max(parseDecimal(min).abs(), parseDecimal(max).abs()));
    }
    return convert(value, difference(uncertaintyUnit), difference(unit));
  } catch {
    return undefined;
  }
}

/** An uncertainty of 0.1 °C is a difference of 0.1 K, not a point on the scale. */
function difference(unit: string): string {
  return /^(°C|℃|degC)$/.test(unit.trim()) ? 'K' : unit;
}
