import type { Scheme, ScopeLineStatus } from '@qi/contracts';

/** Facts for the gates of testing and certification. The finder gives the lines that concern the demand, of any state. */
export interface ScopeFacts {
  readonly lines: readonly ScopeLineFact[];
}

/** One accredited line: an object, a parameter, a method standard of one year, at one site, under one scheme. */
export interface ScopeLineFact {
  readonly lineId: string;
  readonly siteId: string;
  readonly scheme: Scheme;
  readonly object: string;
  /** Other names under which the object is covered: curated synonyms and narrower objects. */
  readonly objectNames?: readonly string[];
  /** `全部参数`, `全项目` or `*` covers every parameter of the method. */
  readonly parameter: string;
  readonly parameterNames?: readonly string[];
  /** Canonical number, dated as accredited (`GB/T 14747-2025`); undated covers the edition in force. */
  readonly methodStandard: string;
  readonly clauses?: readonly string[];
  /** Text of the limit column; `无` and empty say nothing. */
  readonly limitNote?: string;
  /** What a person or the finder has read out of the note; absent: the rules of `gates/testing/limits` read it. */
  readonly limitVerdict?: 'admits' | 'excludes';
  readonly status: ScopeLineStatus;
  readonly suspendedReason?: string;
  readonly validFrom: string;
  /** Last valid day. */
  readonly validTo?: string;
  /** Last day on which all equipment behind the line is in calibration; absent: not tracked. */
  readonly equipmentValidTo?: string;
}

/** Facts for the gates of calibration and verification. */
export interface CalibrationFacts {
  readonly capabilities: readonly CapabilityFact[];
}

/** One calibration and measurement capability (CMC) at one site. Values are decimal texts. */
export interface CapabilityFact {
  readonly capabilityId: string;
  readonly siteId: string;
  readonly services: readonly ('calibration' | 'verification')[];
  readonly measurand: string;
  readonly measurandNames?: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  /** Expanded uncertainty with coverage factor `k`, in `uncertaintyUnit`. */
  readonly uncertainty: string;
  readonly uncertaintyUnit: string;
  readonly k: string;
  readonly method?: string;
  readonly onSite: boolean;
  readonly status: 'active' | 'suspended' | 'withdrawn';
  readonly validFrom: string;
  readonly validTo?: string;
}

/** Facts for the gates of advice: experts, stewards, trainers. */
export interface AdviceFacts {
  readonly skills: readonly string[];
  /** Days away, both ends included. */
  readonly unavailable: readonly { readonly from: string; readonly to: string }[];
}
