import { bilingual } from '../i18n/words';

export const firmTexts = bilingual(
  {
    requests: {
      title: '我的申请',
      lead: '每一件到哪一步、轮到谁，一眼看到。',
      new: '新申请',
      empty: '您提交的申请会显示在这里。',
      columns: { number: '编号', what: '内容', status: '状态', turn: '轮到谁', due: '期限', updated: '更新' },
    },
  },
  {
    requests: {
      title: 'My requests',
      lead: 'Where each one is and whose turn it is, at a glance.',
      new: 'New request',
      empty: 'The requests that you submit will appear here.',
      columns: { number: 'Number', what: 'What', status: 'Status', turn: 'Whose turn', due: 'Due', updated: 'Updated' },
    },
  },
);
