// at: services/experts/src/problem/problem.service.ts
import '../visit/visit.row';
