const preset = require('../../jest.preset.cjs');

/** Rules and weights; the specs in a browser are a project of their own, in test. */
module.exports = {
  ...preset,
  rootDir: __dirname,
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '\\.e2e\\.spec\\.ts$'],
};
