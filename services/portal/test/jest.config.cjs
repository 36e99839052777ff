/** Specs in a browser: one running platform serves them all. */
module.exports = {
  ...require('../../../jest.preset.cjs'),
  rootDir: __dirname,
  globalSetup: '<rootDir>/start-platform.ts',
  globalTeardown: '<rootDir>/stop-platform.ts',
};
