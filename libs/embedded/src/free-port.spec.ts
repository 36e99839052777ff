import { createServer } from 'node:net';
import { freePort, isPortFree, onPort, PortInUseError } from './free-port';

it('freePort › gives different ports below the ephemeral ranges', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
  expect(new Set(ports).size).toBe(20);
  expect(ports.every((port) => port >= 20_000 && port < 32_000)).toBe(true);
});

it('isPortFree › sees a listener', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await expect(isPortFree(port)).resolves.toBe(false);
  await new Promise((resolve) => server.close(resolve));
  await expect(isPortFree(port)).resolves.toBe(true);
});

it('port lost to somebody else in between › another is tried, but not in place of a fixed one', async () => {
  const tried: number[] = [];
  const loseTwice = (port: number): Promise<number> => {
    tried.push(port);
    return tried.length < 3 ? Promise.reject(new PortInUseError(port, 'Server')) : Promise.resolve(port);
  };
  const port = await onPort(undefined, loseTwice);
  expect([tried.length, tried[2]]).toEqual([3, port]);
  tried.length = 0;
  await expect(onPort(21_000, loseTwice)).rejects.toThrow('21000');
});
