/** Jest runs the TypeScript sources as ES modules; `#names` point at the sources instead of dist. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

export default {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/(libs|apps|config|test|bench)/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^#config/(.*)$': '<rootDir>/config/$1.ts',
    // `#platform` is a name that packages of OpenTelemetry give to a part of their own.
    '^#(?!platform$)([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  testTimeout: 30_000,
};
