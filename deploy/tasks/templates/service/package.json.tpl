{
  "name": "@qi/__service__",
  "version": "0.1.0",
  "private": true,
  "scripts": {
    "start": "node --enable-source-maps dist/main.js",
    "build": "swc src -d dist --strip-leading-paths --config-file ../../.swcrc --ignore \"**/*.spec.ts\"",
    "typecheck": "tsc -p tsconfig.json --noEmit",
    "test": "NODE_OPTIONS='--experimental-vm-modules --no-warnings' jest"
  },
  "nx": { "tags": ["type:service", "scope:__service__"] },
  "dependencies": {
    "@nestjs/common": "12.5.1",
    "@nestjs/core": "12.5.1",
    "@nestjs/platform-express": "12.5.1",
    "@nestjs/swagger": "12.0.2",
    "@qi/contracts": "*",
    "@qi/kernel": "*",
    "@qi/messaging": "*",
    "@qi/platform": "*",
    "class-transformer": "0.5.1",
    "class-validator": "0.15.1",
    "reflect-metadata": "0.2.2",
    "typeorm": "1.1.1"
  },
  "devDependencies": {
    "@qi/testing": "*"
  }
}
