import type { BrokerKind } from './kafka-broker';
import { containerBrokers, dockerAnswers } from './kafka-container';
import { javaBrokers } from './kafka-java';
import { fetchKafkaJars, findKafkaJars } from './kafka-jars';
import { findJava, findMaven, OLDEST_JAVA } from './java';

/**
 * What runs brokers on this machine: the jars when Java is here and the jars are, or Maven can fetch them; otherwise
 * containers when a Docker engine answers. `QI_KAFKA=jars|container` asks for one of them. Throws an Error that says what
 * to install.
 */
export async function chooseBrokers(
  log: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BrokerKind> {
  const wanted = env['QI_KAFKA'] ?? '';
  if (!['', 'jars', 'container'].includes(wanted)) throw new Error(`QI_KAFKA is "${wanted}": say jars or container`);
  const java = wanted === 'container' ? undefined : await findJava(env);
  if (java && (findKafkaJars() ?? (await findMaven(env)))) return javaBrokers(java, await fetchKafkaJars(log), log);
  if (wanted !== 'jars' && (await dockerAnswers(env))) {
    log('Apache Kafka runs in a container of its official image');
    return containerBrokers();
  }
  throw new Error(howToInstall(wanted));
}

function howToInstall(wanted: string): string {
  const missing = wanted === 'container' ? 'no Docker engine answers' : `Java ${OLDEST_JAVA}+ or Maven is missing`;
  const also = wanted === '' ? ', and no Docker engine answers' : '';
  return [
    `Apache Kafka cannot be started here: ${missing}${also}. Install Java ${OLDEST_JAVA} or newer and Maven, or start Docker:`,
    `无法在本机启动 Apache Kafka。请安装 Java ${OLDEST_JAVA} 或更高版本和 Maven，或启动 Docker：`,
    '  Linux (Debian, Ubuntu): sudo apt-get install default-jre-headless maven',
    '  Linux (Fedora, RHEL):   sudo dnf install java-headless maven',
    '  macOS:                  brew install --cask temurin && brew install maven',
    '  Windows:                winget install EclipseAdoptium.Temurin.21.JDK && choco install maven',
    'Or set KAFKA_BROKERS to the addresses of a Kafka that runs elsewhere. 也可用 KAFKA_BROKERS 指定外部 Kafka。',
  ].join('\n');
}
