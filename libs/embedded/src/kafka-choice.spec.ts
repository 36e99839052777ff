import { chooseBrokers } from './kafka-choice';

const bare = { PATH: '' };
const noLog = (): void => undefined;

it('no Java, Maven or Docker › one message says what to install on Linux, macOS and Windows, in both languages', async () => {
  const message = await chooseBrokers(noLog, bare).then(
    () => '',
    (error: Error) => error.message,
  );
  for (const part of [
    'Java 17',
    'Maven',
    'Docker',
    'Linux',
    'apt-get',
    'macOS',
    'brew',
    'Windows',
    'winget',
    '请安装',
  ]) {
    expect(message).toContain(part);
  }
  expect(message).toContain('KAFKA_BROKERS');
});

it('QI_KAFKA › asks for one way and is refused when it is not there or not known', async () => {
  await expect(chooseBrokers(noLog, { ...bare, QI_KAFKA: 'container' })).rejects.toThrow('no Docker engine answers');
  await expect(chooseBrokers(noLog, { ...bare, QI_KAFKA: 'jars' })).rejects.toThrow('Java 17+ or Maven is missing');
  await expect(chooseBrokers(noLog, { ...bare, QI_KAFKA: 'mock' })).rejects.toThrow('QI_KAFKA is "mock"');
});
