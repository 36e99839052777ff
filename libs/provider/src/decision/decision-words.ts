import type { Language } from '@qi/kernel';
import type { Judgement, RoutingDecision } from '../routing/decision';
import type { GateKind, RoutingRules } from '../routing/gate';
import { bindsDispatch } from '../routing/dispatch';
import type { DecisionRecord } from './decision-record';

export interface DecisionInWords {
  readonly reason: string;
  readonly candidates: readonly CandidateInWords[];
  readonly gates: readonly GateInWords[];
  readonly nearestMisses: readonly string[];
}

export interface GateInWords {
  readonly gate: string;
  readonly words: string;
  /** How many candidates it excluded. */
  readonly excluded: number;
  /** Absent for a gate that the program no longer has. */
  readonly kind?: GateKind;
}

export interface CandidateInWords {
  readonly providerId: string;
  readonly name: string;
  /** 1 for the winner; absent where a gate failed. */
  readonly rank?: number;
  /** Whether a clerk may dispatch the task to it: nothing but practical gates stand in the way. */
  readonly dispatchable: boolean;
  /** Weighted score, 0–1. */
  readonly score: number;
  readonly words: readonly string[];
}

/** A decision for people to read: best candidates first, then those that failed, with every reason. */
export function inWords({ decision }: DecisionRecord, rules: RoutingRules, language: Language): DecisionInWords {
  const label = labels(rules, language);
  const ranks = new Map(decision.order.map((key, i) => [key, i + 1]));
  const kinds = new Map(rules.gates.map(({ name, kind }) => [name, kind]));
  const ranked = [...decision.judgements].sort(
    (a, b) => (ranks.get(a.key) ?? Infinity) - (ranks.get(b.key) ?? Infinity) || 0,
  );
  return {
    reason: decision.reason[language],
    candidates: ranked.map((judgement) => {
      const rank = ranks.get(judgement.key);
      return {
        providerId: judgement.providerId,
        name: judgement.name,
        ...(rank !== undefined && { rank }),
        dispatchable: !judgement.failed.some((fault) => bindsDispatch(fault, rules)),
        score: judgement.total / 1_000_000,
        words: [...faults(judgement, label, language), ...scores(judgement, decision, label)],
      };
    }),
    gates: decision.gates.map((gate) => {
      const kind = kinds.get(gate);
      return { gate, words: label(gate), excluded: decision.gateCounts[gate] ?? 0, ...(kind && { kind }) };
    }),
    nearestMisses: decision.nearestMisses.map(({ name, words }) => `${name}: ${words[language]}`),
  };
}

type Label = (name: string) => string;

/** Names of gates and factors; one that the program no longer has keeps its name. */
function labels({ gates, factors }: RoutingRules, language: Language): Label {
  const words = new Map([...gates, ...factors].map((rule) => [rule.name, rule.words[language]]));
  return (name) => words.get(name) ?? name;
}

function faults({ failed, notes }: Judgement, label: Label, language: Language): string[] {
  return [
    ...failed.map(
      ({ gate, words, mend }) => `✗ ${label(gate)}: ${words[language]}${mend ? ` → ${mend[language]}` : ''}`,
    ),
    ...notes.map(({ gate, words }) => `✓ ${label(gate)}: ${words[language]}`),
  ];
}

function scores(judgement: Judgement, { factors }: RoutingDecision, label: Label): string[] {
  if (judgement.failed.length > 0) return [];
  return factors.map((factor, i) => `${label(factor)}: ${((judgement.scores[i] ?? 0) / 1_000_000).toFixed(3)}`);
}
