import { preparedFactor } from '../gate';

/** The firm asked for this provider. */
export const preference = preparedFactor({
  name: 'preference',
  words: { zh: '企业意愿', en: 'preference of the firm' },
  prepare: ({ preferred }) =>
    preferred.length === 0 ? () => 0 : ({ providerId }) => (preferred.includes(providerId) ? 1 : 0),
});
