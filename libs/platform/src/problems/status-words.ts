import { STATUS_CODES } from 'node:http';
import type { Words } from '@qi/kernel';

const WORDS: Readonly<Record<number, Words>> = {
  400: { zh: '请求无法理解', en: 'The request cannot be understood' },
  401: { zh: '需要登录', en: 'Authentication is required' },
  403: { zh: '无权进行此操作', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '该地址不支持此方法', en: 'This address does not support the method' },
  409: { zh: '与当前状态冲突', en: 'In conflict with the current state' },
  412: { zh: '内容已被他人修改，请重新载入', en: 'Changed by someone else meanwhile; load it again' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '不支持该内容类型', en: 'This content type is not supported' },
  422: { zh: '内容不符合要求', en: 'The content does not meet the rules' },
  428: { zh: '需要 If-Match 请求头', en: 'An If-Match header is required' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '服务器内部错误', en: 'Internal error' },
  503: { zh: '服务暂不可用', en: 'Not available at the moment' },
};

export function statusWords(status: number): Words {
  const name = STATUS_CODES[status] ?? 'Error';
  return WORDS[status] ?? { zh: name, en: name };
}

/** `413` → `payload-too-large`: stable part of a problem's type. */
export function statusCode(status: number): string {
  return (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(' ', '-').replaceAll("'", '');
}
