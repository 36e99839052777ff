// at: services/experts/src/visit/visit.controller.ts
import './visit.row';
