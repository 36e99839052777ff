// at: services/experts/src/visit/visit.service.ts
import '../../../metrology/src/instrument/instrument.service';
