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
