import { readConfig } from '@qi/platform';
import { Config } from './config';

const faultsOf = (environment: Record<string, string>) =>
  readConfig(Config, environment).faults.map(({ variable }) => variable);

describe('Config', () => {
  it('needs nothing from the environment', () => {
    const { config, faults } = readConfig(Config, {});
    expect(faults).toEqual([]);
    expect(config).toMatchObject({ port: 4101, publicUrl: 'http://localhost:4100' });
    expect(config.s3Endpoint).toBeUndefined();
  });

  it('asks for the whole of a bucket once an object store is named', () => {
    const s3 = { QI_S3_ENDPOINT: 'https://s3.example.org' };
    expect(faultsOf(s3).sort()).toEqual(['QI_S3_ACCESS_KEY_ID', 'QI_S3_BUCKET', 'QI_S3_SECRET_ACCESS_KEY']);
    const keys = { QI_S3_ACCESS_KEY_ID: 'id', QI_S3_SECRET_ACCESS_KEY: 'secret' };
    expect(faultsOf({ ...s3, ...keys, QI_S3_BUCKET: 'qi-attachments' })).toEqual([]);
    expect(faultsOf({ ...s3, ...keys, QI_S3_BUCKET: 'Not A Bucket' })).toEqual(['QI_S3_BUCKET']);
    expect(faultsOf({ QI_S3_ENDPOINT: 'ftp://x' })).toContain('QI_S3_ENDPOINT');
  });
});
