// at: libs/platform/src/publish.ts
import '../../messaging/src/index';
