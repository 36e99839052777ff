import type { Words } from '@qi/kernel';

/** One step of a job's work, shown on the firm's life line. Steps are reported in order; some may be skipped. */
export interface Step {
  readonly name: string;
  readonly words: Words;
}

export const testingSteps: readonly Step[] = [
  { name: 'sample-received', words: { zh: '样品已接收', en: 'Sample received' } },
  { name: 'in-test', words: { zh: '检测中', en: 'In test' } },
  { name: 'report-drafted', words: { zh: '报告已编制', en: 'Report drafted' } },
  { name: 'report-reviewed', words: { zh: '报告已审核', en: 'Report reviewed' } },
  { name: 'report-approved', words: { zh: '报告已批准', en: 'Report approved' } },
];

export const calibrationSteps: readonly Step[] = [
  { name: 'instrument-received', words: { zh: '器具已接收', en: 'Instrument received' } },
  { name: 'calibrated', words: { zh: '已校准', en: 'Calibrated' } },
  { name: 'certificate-checked', words: { zh: '证书已核验', en: 'Certificate checked' } },
  { name: 'certificate-approved', words: { zh: '证书已批准', en: 'Certificate approved' } },
];

export const adviceSteps: readonly Step[] = [
  { name: 'visit-planned', words: { zh: '已安排走访', en: 'Visit planned' } },
  { name: 'visited', words: { zh: '已走访', en: 'Visited' } },
  { name: 'findings-recorded', words: { zh: '已记录发现', en: 'Findings recorded' } },
];
