import { accessWalk, startTestService, type TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { standards } from './standards';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(standards, { migrations, kafka: false });
});
afterAll(() => service.close());

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(service, 'standards', [])).toEqual([]);
}, 300_000);
