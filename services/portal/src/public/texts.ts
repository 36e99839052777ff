import { bilingual } from '../i18n/words';

export const publicTexts = bilingual(
  {
    home: {
      title: '您需要办什么？',
      lead: '说一次，一个窗口：检测、校准、标准、认证、质量诊断，由平台派给有资格、来得及的机构。',
      searchLabel: '事项、标准号、机构名称或报告编号',
      placeholder: '例如：儿童三轮车检测、GB/T 14747-2025',
      start: '说出需要，办理申请',
      how: '怎么办',
      steps: {
        say: { title: '一、说需要', text: '写一句话，平台认出标准、产品和器具，推荐事项。' },
        place: { title: '二、派给谁', text: '只派给那一天有资格的机构，并说明为什么。' },
        follow: { title: '三、看进展', text: '一条时间线：到哪一步、轮到谁、什么时候、为什么。' },
        verify: { title: '四、拿结果', text: '报告和证书可核验，确认后评价。' },
      },
    },
  },
  {
    home: {
      title: 'What do you need?',
      lead: 'Say it once, at one window: tests, calibrations, standards, certification, diagnosis go to who may and can do them.',
      searchLabel: 'A service, standard number, institution or report number',
      placeholder: 'e.g. tricycle test, GB/T 14747-2025',
      start: 'Say what you need',
      how: 'How it works',
      steps: {
        say: {
          title: '1. Say it',
          text: 'One sentence: standards, products and instruments are recognised, services suggested.',
        },
        place: { title: '2. Placed', text: 'Only with institutions that may do it on that day, and you are told why.' },
        follow: { title: '3. Follow', text: 'One life line: where it is, whose turn, by when and why.' },
        verify: { title: '4. Result', text: 'Reports and certificates can be verified; you confirm and rate.' },
      },
    },
  },
);
