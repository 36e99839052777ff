// at: libs/contracts/src/row.ts
import 'typeorm';
