/** One Jest run over every package; `npm test` starts its servers. */
module.exports = {
  projects: [
    '<rootDir>/libs/*/jest.config.cjs',
    '<rootDir>/services/*/jest.config.cjs',
    '<rootDir>/services/portal/test/jest.config.cjs',
    '<rootDir>/deploy/jest.config.cjs',
  ],
  maxWorkers: 2,
  testTimeout: 120_000,
};
