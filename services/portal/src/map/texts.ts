import { bilingual } from '../i18n/words';

export const mapTexts = bilingual(
  {
    title: '窗口和机构在哪里',
    lead: '点名称看它能做什么。图只表示相对位置，不是行政区划界线。',
    kinds: { label: '显示', all: '全部', window: '服务窗口', institution: '机构' },
    element: '要素',
    everyElement: '全部要素',
    columns: { name: '名称', kind: '类别', area: '地区', address: '地址' },
    none: '没有符合的窗口或机构。',
    beyond: '图外',
  },
  {
    title: 'Where windows and institutions are',
    lead: 'A name leads to what it may do. The map shows relative positions, not administrative borders.',
    kinds: { label: 'Show', all: 'Everything', window: 'Windows', institution: 'Institutions' },
    element: 'Element',
    everyElement: 'Every element',
    columns: { name: 'Name', kind: 'Kind', area: 'Area', address: 'Address' },
    none: 'No window or institution fits.',
    beyond: 'beyond the map',
  },
);
