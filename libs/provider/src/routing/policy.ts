/** What administrators may tune. Every version is kept; a decision names the one it used. */
export interface RoutingPolicy {
  readonly version: number;
  /** Weight of each factor by name, whole numbers 0–1000; a factor not named weighs nothing. */
  readonly weights: Readonly<Record<string, number>>;
  /** Least ratio of tolerance to expanded uncertainty (k = 2), decimal text. */
  readonly requiredRatio: string;
  /** A provider whose open jobs fill this many weeks of its capacity gets no more. */
  readonly backlogWeeks: number;
  /** Days from start to result where the provider states none. */
  readonly leadDays: number;
  /** Score of a provider without history or rating, 0–1. */
  readonly neutral: number;
}

export const defaultPolicy: RoutingPolicy = {
  version: 1,
  weights: {
    'promised-date': 300,
    distance: 150,
    'on-time': 150,
    rating: 100,
    'load-balance': 150,
    'one-stop': 50,
    preference: 100,
  },
  requiredRatio: '3',
  backlogWeeks: 4,
  leadDays: 7,
  neutral: 0.7,
};
