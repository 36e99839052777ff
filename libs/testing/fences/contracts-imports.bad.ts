// at: libs/contracts/src/send.ts
import '../../messaging/src/index';
