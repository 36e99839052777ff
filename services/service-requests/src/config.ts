import { Env, ServiceConfig } from '@qi/platform';
import { IsOptional, IsString, Matches, MinLength, ValidateIf } from 'class-validator';

/** What the window reads from the environment besides what every service reads. */
export class Config extends ServiceConfig {
  @Env('PORT', '4101') override port: number;

  /** Address of the portal as the public reaches it: printed on slips as a QR code. */
  @Env('QI_PUBLIC_URL', 'http://localhost:4100')
  @Matches(/^https?:\/\//, { message: 'must be an http: or https: URL' })
  publicUrl: string;

  /** Keeps attachments in an S3 bucket instead of the data folder. */
  @Env('QI_S3_ENDPOINT')
  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'must be an http: or https: URL' })
  s3Endpoint?: string;

  @Env('QI_S3_BUCKET')
  @ValidateIf(inBucket)
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'must be the name of a bucket' })
  s3Bucket?: string;

  @Env('QI_S3_REGION', 'us-east-1')
  @IsString()
  s3Region: string;

  @Env('QI_S3_ACCESS_KEY_ID')
  @ValidateIf(inBucket)
  @MinLength(1)
  s3AccessKeyId?: string;

  @Env('QI_S3_SECRET_ACCESS_KEY')
  @ValidateIf(inBucket)
  @MinLength(1)
  s3SecretAccessKey?: string;
}

function inBucket({ s3Endpoint }: Config): boolean {
  return s3Endpoint !== undefined;
}
