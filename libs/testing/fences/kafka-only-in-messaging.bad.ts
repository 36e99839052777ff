// at: services/experts/src/visit/visit.publisher.ts
import 'kafkajs';
