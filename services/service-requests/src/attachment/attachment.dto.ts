import type { By } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, PageQuery } from '@qi/platform';
import type { Attachment } from './attachment';
import { mediaTypes } from './file-type';

/** The fields of the form beside `file`. */
export class UploadDto {
  @IsId()
  enterpriseId: string;
}

export class AttachmentQuery extends PageQuery {
  @IsId()
  enterpriseId: string;
}

export class AttachmentResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  enterpriseId: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ example: 'application/pdf' })
  mediaType: string;

  @ApiProperty({ description: 'bytes' })
  size: number;

  @ApiProperty({ description: 'of the bytes, lower-case hex' })
  sha256: string;

  @ApiProperty({ type: Object })
  uploadedBy: By;

  @ApiProperty()
  uploadedAt: Date;
}

export class AttachmentPage {
  @ApiProperty({ type: [AttachmentResponse] })
  items: AttachmentResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function toResponse(attachment: Attachment): AttachmentResponse {
  const { id, enterpriseId, fileName, type, size, sha256, uploadedBy, uploadedAt } = attachment;
  return { id, enterpriseId, fileName, mediaType: mediaTypes[type], size, sha256, uploadedBy, uploadedAt };
}

/** RFC 6266: a plain name for old readers, and the true one in UTF-8 (RFC 8187). */
export function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
