import type { Words } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class WordsResponse {
  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;
}

export class NoticeResponse {
  @ApiProperty({ description: 'grows with time' })
  id: string;

  @ApiProperty()
  at: Date;

  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty({ type: WordsResponse })
  words: Words;

  @ApiProperty()
  unread: boolean;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeResponse] })
  items: NoticeResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export class UnreadResponse {
  @ApiProperty({ type: 'integer', description: '100 stands for a hundred and more' })
  unread: number;
}

export class ReadDto {
  /** Id of the newest notice that was seen. */
  @Matches(/^\d{1,18}$/)
  upTo: string;
}
