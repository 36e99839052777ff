import type { MeasurementDemand } from '@qi/contracts';
import { convert, Decimal } from '@qi/kernel';
import type { Candidate } from '../../candidate';
import { within } from '../../day';
import type { RoutingDemand } from '../../demand';
import type { CalibrationFacts, CapabilityFact } from '../../facts';
import type { RoutingContext } from '../../gate';
import { isNamed } from '../../names';
import { isPreciseEnough } from './uncertainty';

/**
 * How far the capabilities of a candidate carry one measurement. Each list narrows the one before; a measurement is told
 * as missing by the first gate at which what is left no longer spans its range at one site.
 */
export interface MeasurementCoverage {
  readonly measurement: MeasurementDemand;
  readonly ofMeasurand: readonly CapabilityFact[];
  readonly valid: readonly CapabilityFact[];
  readonly precise: readonly CapabilityFact[];
  /** Those that can be used where the work is to be done. */
  readonly usable: readonly CapabilityFact[];
}

export function measurementsOf(
  { demand }: RoutingDemand,
  { facts }: Candidate<CalibrationFacts>,
  { policy }: RoutingContext,
): MeasurementCoverage[] {
  return demand.measurements.map((measurement) => {
    const ofMeasurand = facts.capabilities.filter((capability) => isFor(capability, measurement));
    const valid = ofMeasurand.filter(
      ({ status, validFrom, validTo }) => status === 'active' && within(demand.plannedDate, validFrom, validTo),
    );
    const precise = valid.filter((capability) => isPreciseEnough(capability, measurement, policy.requiredRatio));
    const usable = precise.filter(({ onSite }) => demand.place === 'laboratory' || onSite);
    return { measurement, ofMeasurand, valid, precise, usable };
  });
}

function isFor({ services, measurand, measurandNames }: CapabilityFact, demand: MeasurementDemand): boolean {
  if (!services.includes(demand.service)) return false;
  return isNamed(demand.measurand, measurand, measurandNames) || isNamed(demand.instrument, measurand, measurandNames);
}

/** Whether the capabilities of one site span the whole range, several of them together if they leave no gap. */
export function spans(capabilities: readonly CapabilityFact[], measurement: MeasurementDemand): boolean {
  return sitesThatSpan(capabilities, measurement).length > 0;
}

export function sitesThatSpan(capabilities: readonly CapabilityFact[], measurement: MeasurementDemand): string[] {
  const sites = [...new Set(capabilities.map(({ siteId }) => siteId))].sort();
  return sites.filter((site) =>
    spansAlone(
      capabilities.filter(({ siteId }) => siteId === site),
      measurement,
    ),
  );
}

function spansAlone(capabilities: readonly CapabilityFact[], { min, max, unit }: MeasurementDemand): boolean {
  const pieces = capabilities
    .map((capability) => pieceOf(capability, unit))
    .filter((piece) => piece !== undefined)
    .sort((a, b) => a.min.comparedTo(b.min));
  let reached = new Decimal(min);
  let begun = false;
  for (const piece of pieces) {
    if (piece.min.gt(reached)) break;
    if (piece.max.lt(reached)) continue;
    begun = true;
    reached = piece.max;
    if (reached.gte(max)) return true;
  }
  return begun && reached.gte(max);
}

/** In the unit of the demand; undefined for a unit of another quantity. */
function pieceOf({ min, max, unit }: CapabilityFact, to: string): { min: Decimal; max: Decimal } | undefined {
  try {
    return { min: convert(min, unit, to), max: convert(max, unit, to) };
  } catch {
    return undefined;
  }
}

/** `长度 0–150 mm`, for messages. */
export function rangeText({ measurand, min, max, unit }: MeasurementDemand): string {
  return `${measurand} ${min}–${max} ${unit}`;
}
