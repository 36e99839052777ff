import { Body, Controller, Get, HttpCode, Injectable, Module, Patch, Post, Query } from '@nestjs/common';
import { newId, problems } from '@qi/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, ValidateNested } from 'class-validator';
import { Column, DataSource, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import {
  assertVersion,
  CalendarModule,
  CurrentActor,
  decodeCursor,
  IdParam,
  IfMatch,
  IsUscc,
  lock,
  OneOfValues,
  OnTimer,
  PageQuery,
  pageOf,
  PlatformModule,
  Public,
  Roles,
  ServiceConfig,
  Text,
  Timers,
  Transactions,
} from '../src';
import type { Actor, Page, ServiceDefinition } from '../src';

/** A small service with everything the platform gives, for the platform's own tests. */
const noteProblem = problems('note', {
  'not-found': { kind: 'not-found', zh: '没有这条记录', en: 'there is no such note' },
  locked: { kind: 'conflict', zh: '记录已锁定：{id}', en: 'the note is locked: {id}' },
});

@Entity()
export class NoteRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  ownerSub: string;

  @Column('integer')
  rung: number;

  @VersionColumn()
  version: number;
}

export class CreateNote1763710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table note (id uuid primary key, title text not null, owner_sub text not null,
      rung integer not null default 0, version integer not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

class LineDto {
  @Text(10)
  text: string;

  @OneOfValues(['red', 'green'])
  colour: string;
}

export class NoteDto {
  @Text(200)
  title: string;

  @IsOptional()
  @IsUscc()
  uscc?: string;

  @IsOptional()
  @IsInt()
  @Max(9)
  amount?: number;

  @IsOptional()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => LineDto)
  lines?: LineDto[];
}

/** What the tests make the handlers wait for. */
export const gate = { inside: Promise.resolve(), entered: 0 };

@Injectable()
export class NoteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly dataSource: DataSource,
  ) {}

  create({ title }: NoteDto, actor: Actor): Promise<NoteRow> {
    return this.transactions.run(async (tx) => {
      gate.entered += 1;
      await gate.inside;
      if (title === 'locked') throw noteProblem.locked({ id: 'x', status: 'mine' });
      if (title === 'broken') throw new Error('secret of the database');
      const row = tx.create(NoteRow, { id: newId(), title, ownerSub: actor.sub, rung: 0 });
      await tx.save(row);
      if (title === 'late failure') throw new Error('after the insert');
      return row;
    });
  }

  rename(id: string, version: number, title: string): Promise<NoteRow> {
    return this.transactions.run(async (tx) => {
      const row = await this.get(tx, id);
      assertVersion(row, version);
      return tx.save(Object.assign(row, { title }));
    });
  }

  remind(id: string, at: Date): Promise<void> {
    return this.transactions.run((tx) =>
      this.timers.schedule(tx, { key: `note:${id}`, task: 'note-ring', payload: { id }, at }),
    );
  }

  forget(id: string): Promise<void> {
    return this.transactions.run((tx) => this.timers.cancel(tx, `note:${id}`));
  }

  @OnTimer('note-ring')
  async ring(payload: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.get(tx, payload.id);
      await tx.save(Object.assign(row, { rung: row.rung + 1 }));
    });
  }

  async list({ limit, after }: PageQuery): Promise<Page<NoteRow>> {
    const [id = null] = after ? decodeCursor(after, 'id') : [];
    const rows = await this.dataSource.query<NoteRow[]>(
      'select * from note where $1::text is null or id::text > $1 order by id limit $2',
      [id, limit + 1],
    );
    return pageOf(rows, limit, (last) => [last.id]);
  }

  find(id: string): Promise<NoteRow> {
    return this.transactions.run((tx) => this.get(tx, id));
  }

  private get(tx: EntityManager, id: string): Promise<NoteRow> {
    return lock(tx, NoteRow, { id }, noteProblem['not-found']());
  }
}

@Roles('clerk')
@Controller('api/notes/v1/notes')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Post()
  async create(@Body() dto: NoteDto, @CurrentActor() actor: Actor): Promise<NoteRow> {
    const row = await this.notes.create(dto, actor);
    if (dto.title === 'lost answer') throw new Error('after the commit');
    return row;
  }

  @Get()
  @Roles('clerk', 'auditor')
  list(@Query() query: PageQuery): Promise<Page<NoteRow>> {
    return this.notes.list(query);
  }

  @Public()
  @Get('public')
  open(): { open: true } {
    return { open: true };
  }

  @Get(':id')
  get(@IdParam() id: string): Promise<NoteRow> {
    return this.notes.find(id);
  }

  @Patch(':id')
  rename(@IdParam() id: string, @IfMatch() version: number, @Body() { title }: NoteDto): Promise<NoteRow> {
    return this.notes.rename(id, version, title);
  }

  @Post(':id/echo')
  @HttpCode(200)
  echo(@Body() body: object): object {
    return body;
  }
}

@Module({ controllers: [NoteController], providers: [NoteService] })
class NoteModule {}

class NoteApp {}

export const noteMigrations = [CreateNote1763710000000];

export const noteService: ServiceDefinition = {
  service: 'notes',
  config: ServiceConfig,
  module: (config) => ({
    module: NoteApp,
    imports: [
      PlatformModule.forRoot({ service: 'notes', config, entities: [NoteRow], migrations: noteMigrations }),
      CalendarModule.ownedBy('notes'),
      NoteModule,
    ],
  }),
};
