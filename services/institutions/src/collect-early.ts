import { setFlagsFromString } from 'node:v8';

/**
 * Imported first: garbage is collected when the old part of the heap has grown by a fifth, instead of when it is several
 * times what is in use. A process with 500 thousand lines in memory takes 250 MB instead of 400, and decides 5 % slower.
 * Unlike a largest size this grows with the register.
 */
setFlagsFromString('--heap-growing-percent=20');
