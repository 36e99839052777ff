import { parseArgs } from 'node:util';
import { loadConfig } from '../config/env';
import { keysFolder, ServiceConfig } from '../config/service-config';
import { organisationKinds, roles } from '@qi/contracts';
import type { OrganisationKind, Role } from '@qi/contracts';
import type { Actor } from './actor';
import { devKeys, signToken } from './dev-keys';

const USAGE = `npm run token -- --role applicant [--role …] [--org enterprise:<id>] [--area 330482 …] [--sub x] [--name …] [--ttl seconds]
  roles: ${roles.join(', ')}
  organisations: ${organisationKinds.join(', ')}`;

/** Prints a token signed with the development key. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string', multiple: true, default: [] },
      org: { type: 'string' },
      area: { type: 'string', multiple: true, default: [] },
      sub: { type: 'string' },
      name: { type: 'string' },
      ttl: { type: 'string', default: '28800' },
    },
  });
  const actor = actorOf(values);
  const config = loadConfig(ServiceConfig);
  const { audience, issuer } = config;
  const keys = await devKeys(keysFolder(config));
  process.stdout.write(`${await signToken(keys, actor, { audience, issuer, ttl: Number(values.ttl) })}\n`);
}

interface Options {
  role: string[];
  area: string[];
  org?: string | undefined;
  sub?: string | undefined;
  name?: string | undefined;
}

function actorOf({ role, area, org, sub, name }: Options): Actor {
  const unknown = role.filter((given) => !(roles as readonly string[]).includes(given));
  if (role.length === 0 || unknown.length > 0) throw new Error(`unknown or missing role: ${unknown.join(', ')}`);
  const who = sub ?? `dev-${role.join('-')}`;
  const organisation = org === undefined ? {} : { org: organisationOf(org) };
  return { sub: who, name: name ?? who, roles: role as Role[], areas: area, ...organisation };
}

function organisationOf(text: string): { kind: OrganisationKind; id: string } {
  const [given, id] = text.split(':');
  const kind = organisationKinds.find((known) => known === given);
  if (!kind || !id) throw new Error(`not an organisation: ${text}`);
  return { kind, id };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
