import { link, rm, writeFile } from 'node:fs/promises';
import { newId } from '@qi/kernel';

/** Writes beside and links into place: nobody reads half a file, and an existing one is left as it is. */
export async function writeOnce(file: string, content: string, mode: number): Promise<void> {
  const draft = `${file}.${newId()}`;
  await writeFile(draft, content, { mode });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
