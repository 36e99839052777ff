// at: services/experts/src/main.ts
import '../../../libs/embedded/src/index';
