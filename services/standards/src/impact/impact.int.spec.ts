import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actor, startTestService, type TestService } from '@qi/testing';
import { administrator, api, generalRules, newTricycle, oldTricycle, standards } from '../../test/standards';
import { migrations } from '../data-source';
import type { ImpactResponse } from './impact.dto';

const lines = { kind: 'scope-line', count: 3, holders: [{ id: 'a', name: '甲', count: 3 }] };
const asked: { url: string; authorization: string | undefined }[] = [];

let owners: Server;
let service: TestService;

/** Stands in for other services: one that answers, one that answers nonsense; a third is nowhere. */
beforeAll(async () => {
  owners = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    const sound = request.url?.includes('/institutions/');
    response.end(JSON.stringify(sound ? { standard: 'GB 14747-2006', citations: [lines] } : { citations: 'many' }));
  });
  await new Promise<void>((listening) => owners.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(owners.address() as AddressInfo).port}`;
  const services = { institutions: address, metrology: address, 'service-requests': 'http://127.0.0.1:9' };
  service = await startTestService(standards, { migrations, kafka: false, config: { services } });
  for (const body of [oldTricycle, newTricycle, generalRules])
    await service.http.post(`${api}/standards`, body, { as: administrator });
});
afterAll(async () => {
  await service.close();
  owners.close();
});

it('shows the successors in force, the chain, and who cites the standard; who does not answer is named', async () => {
  const path = `${api}/impact?${new URLSearchParams({ number: 'ＧＢ14747－2006', on: '2026-11-05' })}`;
  const { status, body } = await service.http.get<ImpactResponse>(path, { as: administrator });
  expect(status).toBe(200);
  expect(body.inForce.map(({ number }) => number).sort()).toEqual(['GB 46517-2025', 'GB/T 14747-2025']);
  expect(body.after.map(({ extent }) => extent).sort()).toEqual(['part', 'whole']);
  expect(body.owners).toEqual([
    { service: 'institutions', citations: [lines] },
    { service: 'metrology' },
    { service: 'service-requests' },
  ]);
  expect(asked[0]?.url).toBe('/api/institutions/v1/citations?standard=GB+14747-2006');
  expect(asked[0]?.authorization).toBe(`Bearer ${await service.token(administrator)}`);
});

it('is for the window and the administration, about standards that the library knows', async () => {
  const path = `${api}/impact?number=GB+14747-2006`;
  expect((await service.http.get(path, { as: actor('applicant') })).status).toBe(403);
  expect((await service.http.get(`${api}/impact?number=GB+1-1999`, { as: administrator })).status).toBe(404);
});
