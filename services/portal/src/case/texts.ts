import { bilingual } from '../i18n/words';

export const caseTexts = bilingual(
  {
    where: '到哪一步',
    turn: '轮到谁',
    when: '什么时候',
    why: '为什么',
    needBy: '您需要在 {{date}} 前拿到',
    noDate: '已经办完',
    noReason: '一切照常',
    clock: {
      left: '还剩 {{hours}} 个工作小时，{{at}} 到期',
      late: '超时 {{hours}} 个工作小时',
      paused: '已暂停，等您补充',
    },
    documents: { title: '结果文件', none: '报告和证书交付后会显示在这里。', verify: '验证' },
    lifeLine: '经过',
    tasks: '任务',
    samples: '{{count}} 件',
    task: { step: '第 {{step}} 步，共 {{steps}} 步', promised: '承诺 {{date}} 前完成', why: '为什么派给这家' },
  },
  {
    where: 'Where',
    turn: 'Whose turn',
    when: 'By when',
    why: 'Why',
    needBy: 'You need it by {{date}}',
    noDate: 'All done',
    noReason: 'Everything takes its course',
    clock: {
      left: '{{hours}} working hours left, until {{at}}',
      late: '{{hours}} working hours over the limit',
      paused: 'paused, waiting for you',
    },
    documents: {
      title: 'Results',
      none: 'Reports and certificates will appear here once delivered.',
      verify: 'verify',
    },
    lifeLine: 'What happened',
    tasks: 'Tasks',
    samples: '{{count}} pieces',
    task: {
      step: 'Step {{step}} of {{steps}}:',
      promised: 'promised by {{date}}',
      why: 'Why it went there',
    },
  },
);
