// at: libs/kernel/src/file.ts
import 'node:fs';
