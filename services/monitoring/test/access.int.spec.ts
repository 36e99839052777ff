import { accessWalk, startTestService, type TestService } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';
import { migrations } from '../src/data-source';

const monitoring = { service: 'monitoring', config: Config, module: (config: Config) => AppModule.for(config) };

let service: TestService;

beforeAll(async () => {
  service = await startTestService(monitoring, { migrations, kafka: false });
});
afterAll(() => service.close());

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(service, 'monitoring', [])).toEqual([]);
}, 300_000);
