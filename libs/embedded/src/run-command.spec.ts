import { runCommand } from './run-command';

it('program that is not there › an answer in words, not an exception', async () => {
  const result = await runCommand('no-such-program', [], { timeout: 60_000 });
  expect(result).toMatchObject({ code: undefined, stderr: expect.stringContaining('ENOENT') as string });
});

it('program that hangs › ended when its time is over', async () => {
  const result = await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 300 });
  expect(result.code).toBeUndefined();
});

it('program that ends › its code and what it wrote', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)';
  expect(await runCommand(process.execPath, ['-e', script])).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
});
