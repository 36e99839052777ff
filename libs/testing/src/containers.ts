interface Started<T> {
  readonly value: T;
  stop(): Promise<unknown>;
}

const PASSWORD = 'test';
const KAFKA_PORT = 9092;
const READY_WITHIN_MS = 120_000;

/** PostgreSQL from its official image, not durable. The library is loaded only when containers are asked for. */
export async function startPostgresContainer(settings: Readonly<Record<string, string>>): Promise<Started<string>> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const all = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', ...settings };
  const container = await new GenericContainer('postgres:18.4')
    .withEnvironment({ POSTGRES_PASSWORD: PASSWORD })
    .withCommand(['postgres', ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
    .withExposedPorts(5432)
    // Twice: the image starts the server once to create the database, and again for good.
    .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2))
    .withStartupTimeout(READY_WITHIN_MS)
    .start();
  const address = `${container.getHost()}:${container.getMappedPort(5432)}`;
  return { value: `postgres://postgres:${PASSWORD}@${address}/postgres`, stop: () => container.stop() };
}

/**
 * One broker from the official image. It tells clients its own address, so the port on the host has to be known before
 * it starts: the same free port inside and outside.
 */
export async function startKafkaContainer(): Promise<Started<readonly string[]>> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const { freePort } = await import('@qi/embedded');
  const [port, runtime] = await Promise.all([freePort(), getContainerRuntimeClient()]);
  const address = `${runtime.info.containerRuntime.host}:${port}`;
  const container = await new GenericContainer('apache/kafka:4.3.1')
    .withEnvironment(kafkaEnvironment(address))
    .withExposedPorts({ container: KAFKA_PORT, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(READY_WITHIN_MS)
    .start();
  return { value: [address], stop: () => container.stop() };
}

function kafkaEnvironment(address: string): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENERS: `PLAINTEXT://:${KAFKA_PORT},CONTROLLER://:9093`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${address}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_HEAP_OPTS: '-Xms64m -Xmx256m',
  };
}
