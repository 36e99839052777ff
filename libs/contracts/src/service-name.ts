/** The services that own data and send events. `standards` joins with its own feature. */
export const serviceNames = [
  'service-requests',
  'institutions',
  'metrology',
  'experts',
  'monitoring',
  'standards',
] as const;
export type ServiceName = (typeof serviceNames)[number];
