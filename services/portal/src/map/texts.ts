import { bilingual } from '../i18n/words';

export const mapTexts = bilingual(
  {
    title: '窗口和机构在哪里',
    lead: '选要办的事项和所在地区，就按远近列出谁能办。图只表示相对位置，不是行政区划界线。',
    filter: '筛选',
    item: '要办的事项',
    everyItem: '不限事项',
    from: '从哪里算距离',
    kinds: { label: '显示', all: '全部', window: '服务窗口', institution: '机构' },
    element: '要素',
    everyElement: '全部要素',
    industry: '窗口服务的行业',
    need: {
      byStandards: '下列机构今天可按此事项的标准（{{standards}}）出报告。',
      byElement: '“{{item}}”没有指明标准，下列机构承办{{element}}。',
      elsewhere: '“{{item}}”由计量机构或专家承办，他们不在图上；到下列窗口都能办。',
    },
    nearest: '离{{place}}最近的是{{name}}，直线约 {{km}} 公里。',
    nearestFor: '离{{place}}最近、能办“{{item}}”的是{{name}}，直线约 {{km}} 公里。',
    legend: '方块是窗口，圆点是机构；写不下名称的标数字，名称见下表。',
    legendFrom: '方块是窗口，圆点是机构，叉是所选地区，外圈标出最近的；写不下名称的标数字，名称见下表。',
    columns: { name: '名称', distance: '距离', kind: '类别', area: '地区', address: '地址' },
    km: '{{km}} 公里',
    unknown: '位置未填',
    none: '没有符合的窗口或机构。',
    beyond: '图外',
  },
  {
    title: 'Where windows and institutions are',
    lead: 'Choose what you need and where you are: who may do it is listed, the nearest first. The map shows relative positions, not administrative borders.',
    filter: 'Filter',
    item: 'What you need',
    everyItem: 'Anything',
    from: 'Distance from',
    kinds: { label: 'Show', all: 'Everything', window: 'Windows', institution: 'Institutions' },
    element: 'Element',
    everyElement: 'Every element',
    industry: 'Industry that a window serves',
    need: {
      byStandards: 'These institutions may report to the standards of this service today: {{standards}}.',
      byElement: '“{{item}}” names no standard; these institutions work in {{element}}.',
      elsewhere:
        '“{{item}}” is done by metrology institutes or experts, who are not on the map; any window below takes it.',
    },
    nearest: 'Nearest to {{place}}: {{name}}, about {{km}} km as the crow flies.',
    nearestFor: 'Nearest to {{place}} for “{{item}}”: {{name}}, about {{km}} km as the crow flies.',
    legend:
      'Squares are windows, dots institutions; a number stands where a name found no room, the table has the name.',
    legendFrom:
      'Squares are windows, dots institutions, the cross is your area, the ring marks the nearest; a number stands where a name found no room, the table has the name.',
    columns: { name: 'Name', distance: 'Distance', kind: 'Kind', area: 'Area', address: 'Address' },
    km: '{{km}} km',
    unknown: 'no position given',
    none: 'No window or institution fits.',
    beyond: 'beyond the map',
  },
);
