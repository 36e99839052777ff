// at: libs/provider/src/start.ts
import '../../embedded/src/index';
