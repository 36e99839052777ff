import type { Words } from '@qi/kernel';

/** A reason the firm reads as a sentence, with a hint how to go on. */
export interface CodedReason {
  readonly words: Words;
  readonly hint: Words;
}

export const returnReasons = {
  'information-missing': {
    words: { zh: '信息不完整', en: 'information is missing' },
    hint: { zh: '补全标出的字段后再次提交', en: 'fill in the marked fields and submit again' },
  },
  'document-missing': {
    words: { zh: '缺少材料', en: 'a document is missing' },
    hint: { zh: '上传所列材料后再次提交', en: 'upload the named document and submit again' },
  },
  'standard-withdrawn': {
    words: { zh: '所引标准已废止', en: 'the standard asked for has been withdrawn' },
    hint: { zh: '请改选现行标准', en: 'choose the standard now in force' },
  },
  'wrong-item': {
    words: { zh: '事项选择不当', en: 'another item fits the need' },
    hint: { zh: '请按提示改选事项', en: 'choose the item named in the note' },
  },
  'date-not-possible': {
    words: { zh: '需求日期无法满足', en: 'the need-by date cannot be met' },
    hint: { zh: '请调整日期或拆分需求', en: 'move the date or split the request' },
  },
  'contact-unreachable': {
    words: { zh: '联系不上联系人', en: 'the contact cannot be reached' },
    hint: { zh: '请核对联系人和电话', en: 'check the contact and the phone number' },
  },
  other: {
    words: { zh: '其他', en: 'other' },
    hint: { zh: '见说明', en: 'see the note' },
  },
} as const satisfies Record<string, CodedReason>;

export const refusalReasons = {
  'outside-services': {
    words: { zh: '不属于平台服务范围', en: 'not a service of this platform' },
    hint: { zh: '可查看服务目录', en: 'see the catalogue' },
  },
  'outside-area': {
    words: { zh: '不属于本区域', en: 'not in this area' },
    hint: { zh: '请联系所在地平台', en: 'turn to the platform of your area' },
  },
  'not-lawful': {
    words: { zh: '事项不符合法律法规', en: 'the law does not allow it' },
    hint: { zh: '见说明', en: 'see the note' },
  },
  duplicate: {
    words: { zh: '重复提交', en: 'already asked for' },
    hint: { zh: '请跟进原申请', en: 'follow the earlier request' },
  },
  'false-information': {
    words: { zh: '信息不实', en: 'the information is not true' },
    hint: { zh: '如有异议请联系窗口', en: 'contact the window if you object' },
  },
  other: {
    words: { zh: '其他', en: 'other' },
    hint: { zh: '见说明', en: 'see the note' },
  },
} as const satisfies Record<string, CodedReason>;
