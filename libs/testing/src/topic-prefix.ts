import { randomBytes } from 'node:crypto';

/** Keeps the topics and groups of one test file apart from all others on the shared broker. */
export function topicPrefix(): string {
  return `t${randomBytes(5).toString('hex')}.`;
}
