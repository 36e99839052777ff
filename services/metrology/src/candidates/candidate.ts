import type { MeasurementDemand } from '@qi/contracts';
import { areaContains, nameKey } from '@qi/kernel';
import type { Candidate, CalibrationFacts, CapabilityFact } from '@qi/provider';
import type { RegisterCapability, RegisterInstitute } from './register';

export interface MetrologyCapabilityFact extends CapabilityFact {
  /** Areas in which the authority to verify holds, each with all that lies in it. */
  readonly legalAreas: readonly string[];
}

export interface MetrologyFacts extends CalibrationFacts {
  readonly capabilities: readonly MetrologyCapabilityFact[];
}

export interface Wanted {
  readonly measurements: readonly MeasurementDemand[];
  /** Where the instruments are used. */
  readonly areaCode: string;
}

/** The candidates of one institute: each open site that holds one of the capabilities, with the capabilities of all. */
export function candidatesOf(
  institute: RegisterInstitute,
  capabilities: readonly RegisterCapability[],
  wanted: Wanted,
): Candidate<MetrologyFacts>[] {
  const { id, name, status, statusReason, areasServed, capacityPerWeek, conflicts } = institute;
  const holding = new Set(capabilities.map((capability) => capability.siteId));
  const facts = { capabilities: suitable(capabilities, wanted).map(factOf) };
  const active = status === 'active';
  const reason = { zh: `机构已暂停：${statusReason ?? ''}`, en: `suspended: ${statusReason ?? ''}` };
  return institute.sites
    .filter((site) => site.open && holding.has(site.id))
    .map(({ id: siteId, areaCode, longitude, latitude }) => ({
      ...{ providerId: id, name, siteId, areaCode, areasServed, capacityPerWeek, conflicts, openJobs: 0, facts },
      ...(longitude === undefined || latitude === undefined ? {} : { longitude, latitude }),
      ...{ active, ...(active ? {} : { inactiveReason: reason }) },
    }));
}

/**
 * Capabilities meant for the instruments asked for. Of those to verify, the lawful ones in the area; where there is none
 * the others stay, so that the gate can say that the authority is missing.
 */
function suitable(capabilities: readonly RegisterCapability[], wanted: Wanted): RegisterCapability[] {
  const fitting = capabilities.filter((capability) => wanted.measurements.some((it) => isMeantFor(capability, it)));
  const lawful = new Set(fitting.filter((it) => isLawful(it, wanted.areaCode)).map((it) => it.measurandKey));
  return fitting.filter((it) => isLawful(it, wanted.areaCode) || !lawful.has(it.measurandKey));
}

/** A capability for gauge blocks is none for calipers, though both are lengths. */
function isMeantFor({ kind, measurandKey, instrumentKinds }: RegisterCapability, wanted: MeasurementDemand): boolean {
  const instrument = nameKey(wanted.instrument);
  if (kind !== wanted.service) return false;
  if (measurandKey !== nameKey(wanted.measurand) && measurandKey !== instrument) return false;
  return instrumentKinds.length === 0 || instrumentKinds.some((name) => instrument.includes(nameKey(name)));
}

function isLawful({ kind, legalAreas }: RegisterCapability, areaCode: string): boolean {
  return kind === 'calibration' || legalAreas.some((area) => areaContains(area, areaCode));
}

function factOf(capability: RegisterCapability): MetrologyCapabilityFact {
  const { id, siteId, kind, measurand, rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, k } = capability;
  const { method, onSite, status, legalAreas, validFrom, validTo } = capability;
  return {
    ...{ capabilityId: id, siteId, services: [kind], measurand, min: rangeMin, max: rangeMax, unit },
    ...{ uncertainty, uncertaintyUnit, k, method, onSite, legalAreas, validFrom, validTo },
    status: status === 'active' || status === 'suspended' ? status : 'withdrawn',
  };
}
