// at: libs/embedded/src/topics.ts
import '../../messaging/src/index';
