import { addDays, checkUscc, parseStandardNumber } from '@qi/kernel';

/** The formats a catalogue author may ask of a text, beyond JSON Schema's own: each judged as everywhere in the platform. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  decimal: (text) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text),
  'standard-number': (text) => parseStandardNumber(text) !== undefined,
  uscc: (text) => checkUscc(text).ok,
};

function isDate(text: string): boolean {
  try {
    return addDays(text, 0) === text;
  } catch {
    return false;
  }
}
