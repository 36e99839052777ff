// at: libs/messaging/src/route.ts
import '../../provider/src/index';
