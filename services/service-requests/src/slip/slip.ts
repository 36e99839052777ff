import type { Words } from '@qi/kernel';
import type { ServiceRequest } from '../service-request/service-request';
import { situationOf } from '../service-request/situation';

const texts = {
  title: { zh: '服务申请回执', en: 'Service request slip' },
  number: { zh: '申请编号', en: 'Number' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  contact: { zh: '联系人', en: 'Contact' },
  submitted: { zh: '提交时间', en: 'Submitted' },
  needBy: { zh: '需求日期', en: 'Needed by' },
  status: { zh: '状态', en: 'Status' },
  items: { zh: '服务事项', en: 'Services' },
  problem: { zh: '问题说明', en: 'Problem' },
  after: { zh: '先完成', en: 'after' },
  follow: { zh: '扫码查询办理进度', en: 'Scan to follow the request' },
  parcel: { zh: '寄送样品时请将本回执放入包裹。', en: 'Put this slip into the parcel when you send samples.' },
} as const satisfies Record<string, Words>;

/** A page to print: what was asked, under which number, and where to follow it. `qr` is SVG made by this service. */
export function slipHtml(request: ServiceRequest, language: keyof Words, qr: string, address: string): string {
  const t = (key: keyof typeof texts) => texts[key][language];
  const row = (label: string, value: string | null | undefined) =>
    value ? `<tr><th>${label}</th><td>${escape(value)}</td></tr>` : '';
  const { enterprise, contact, submittedAt } = request;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escape(request.number)}</title><style>${style}</style></head>
<body>
<header><div><h1>${t('title')}</h1><p class="number">${escape(request.number)}</p></div><figure>${qr}<figcaption>${t('follow')}</figcaption></figure></header>
<table>
${row(t('enterprise'), enterprise.name)}
${row(t('uscc'), enterprise.uscc)}
${row(t('contact'), contact ? `${contact.name} ${contact.phone}` : null)}
${row(t('submitted'), submittedAt ? localTime(submittedAt) : null)}
${row(t('needBy'), request.needBy)}
${row(t('status'), situationOf(request.status, []).words[language])}
${row(t('problem'), request.problem)}
</table>
${itemsHtml(request, language)}
<footer><p>${t('parcel')}</p><p>${escape(address)}</p></footer>
</body>
</html>`;
}

function itemsHtml({ lines }: ServiceRequest, language: keyof Words): string {
  if (lines.length === 0) return '';
  const items = lines.map(({ key, itemName, demand, dependsOn }) => {
    const standards = demand.tests.map(({ parameter, methodStandard }) => `${parameter} ${methodStandard}`);
    const instruments = demand.measurements.map(
      ({ instrument, min, max, unit, quantity }) => `${instrument} ${min}–${max} ${unit} × ${quantity}`,
    );
    const details = [demand.object, ...standards, ...instruments].map(escape).join('<br>');
    const after = dependsOn.length > 0 ? ` <em>(${texts.after[language]} ${escape(dependsOn.join(', '))})</em>` : '';
    return `<li><b>${escape(key)} · ${escape(itemName[language])}</b>${after}<br>${details}</li>`;
  });
  return `<h2>${texts.items[language]}</h2><ol>${items.join('')}</ol>`;
}

const style = [
  'body{font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:42rem;margin:2rem auto}',
  'header{display:flex;justify-content:space-between}',
  '.number{font-size:1.4rem;font-variant-numeric:tabular-nums}',
  'th{text-align:left;padding-right:1rem;font-weight:normal;white-space:nowrap;vertical-align:top}',
  'figure{margin:0;text-align:center;width:9rem}svg{width:9rem;height:9rem}',
  '@media print{body{margin:0}}',
].join('');

function localTime(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
