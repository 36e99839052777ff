import { bilingual } from './words';

/** What providers hand over, by kind. */
export const kinds = bilingual(
  {
    'test-report': '检测报告',
    'certification-certificate': '认证证书',
    'calibration-certificate': '校准证书',
    'verification-certificate': '检定证书',
    'rejection-notice': '检定结果通知书',
    'diagnosis-report': '诊断报告',
    'advice-report': '咨询报告',
  },
  {
    'test-report': 'Test report',
    'certification-certificate': 'Certificate of conformity',
    'calibration-certificate': 'Calibration certificate',
    'verification-certificate': 'Verification certificate',
    'rejection-notice': 'Rejection notice',
    'diagnosis-report': 'Diagnosis report',
    'advice-report': 'Advice report',
  },
);
