// at: libs/kernel/src/hen.ts
// with: libs/kernel/src/egg.ts import "./hen";
import './egg';
