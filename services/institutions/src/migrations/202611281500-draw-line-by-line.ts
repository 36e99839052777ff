import type { MigrationInterface, QueryRunner } from 'typeorm';
import { drawingWithEquipment } from './202611272310-create-equipment';

const JOINED = `
      join scope_key k on k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter`;
const LOOKED_UP = `
        (select id from scope_key k
          where k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter) as key`;

/**
 * Each line looks its key up. Joined by three columns that depend on each other, lines and keys seemed to have hardly a row in
 * common, and the planner walked from every key to all lines of its object: the images of 640 institutions took 10 s.
 * Each call is planned for its own institutions, however many calls came before.
 */
export class DrawLineByLine1795878000000 implements MigrationInterface {
  readonly name = 'DrawLineByLine1795878000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(drawingWithEquipment.replace(JOINED, '').replace(' k.id as key', LOOKED_UP));
    await runner.query('alter function draw_institution_images set plan_cache_mode = force_custom_plan');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter function draw_institution_images reset plan_cache_mode');
    await runner.query(drawingWithEquipment);
  }
}
