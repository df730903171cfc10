// Jest runs tsc's output in native ESM mode; there is no transformer (docs/adr/0001-stack.md).
const base = { transform: {}, testEnvironment: '<rootDir>/scripts/plain-environment.mjs', modulePathIgnorePatterns: ['<rootDir>/.data'] };
// Tests on a real Postgres: one embedded server per run, one database per test file (apps/api/src/platform/db/test-database.ts).
const postgres = { globalSetup: '<rootDir>/scripts/jest-postgres-setup.mjs', globalTeardown: '<rootDir>/scripts/jest-postgres-teardown.mjs' };

export default {
  maxWorkers: 3, // on two cores: the long suites wait more than they work
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  workerIdleMemoryLimit: '1500MB', // a worker made anew loads everything anew: at 400 MB it cost a sixth of the processor time
  coverageProvider: 'v8',
  testTimeout: 60_000, // a busy machine is no failure; a test that hangs is
  projects: [
    {
      ...base, displayName: 'packages', roots: ['<rootDir>/packages'], testMatch: ['**/dist/**/*.test.js'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.js$'],
    },
    { ...base, ...postgres, displayName: 'packages-int', roots: ['<rootDir>/packages'], testMatch: ['**/dist/**/*.int.test.js'] },
    { ...base, ...postgres, displayName: 'api', roots: ['<rootDir>/apps/api/dist'], testMatch: ['**/*.test.js'] },
    {
      ...base, displayName: 'web', roots: ['<rootDir>/apps/web/dist-test'], testMatch: ['**/*.test.js'],
      testEnvironment: './apps/web/node_modules/jest-environment-jsdom/build/index.js', setupFiles: ['<rootDir>/scripts/jsdom-setup.mjs'],
      moduleNameMapper: { '\\.css$': '<rootDir>/scripts/empty.mjs' },
    },
    { ...base, ...postgres, displayName: 'e2e', roots: ['<rootDir>/e2e/dist'], testMatch: ['**/*.test.js'] },
  ],
};
