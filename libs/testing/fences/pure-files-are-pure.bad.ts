// at: services/experts/src/visit/visit.ts
import 'typeorm';
