// at: libs/kernel/src/clock-skew.ts
import '../../contracts/src/index';
