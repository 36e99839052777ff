/** The services: each owns its data; those that send facts are named as producers by the contracts. */
export const serviceNames = [
  'service-requests',
  'institutions',
  'metrology',
  'experts',
  'monitoring',
  'standards',
  'gateway',
  'identity',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Services that ask others in the name of whoever asks them: their callers' tokens are for those others too. */
export const asksInTurn = {
  standards: ['institutions', 'metrology', 'service-requests'],
} as const satisfies Partial<Record<ServiceName, readonly ServiceName[]>>;
