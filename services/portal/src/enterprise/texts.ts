import { bilingual } from '../i18n/words';

export const enterpriseTexts = bilingual(
  {
    uscc: '统一社会信用代码',
    usccHint: '营业执照上的 18 位代码，登记后不能更改',
    name: '企业名称',
    nameEn: '英文名称（选填）',
    area: '所在地区',
    industry: '行业',
    legalRepresentative: '法定代表人',
    address: '地址',
    contacts: '联系人',
    contact: { name: '姓名', phone: '电话', email: '邮箱（选填）', add: '＋ 加一位', remove: '删去' },
    choose: '请选择',
    any: '不限',
  },
  {
    uscc: 'Unified social credit code',
    usccHint: 'The 18 characters on the business licence; they cannot be changed later',
    name: 'Name of the firm',
    nameEn: 'Name in English (optional)',
    area: 'Area',
    industry: 'Industry',
    legalRepresentative: 'Legal representative',
    address: 'Address',
    contacts: 'Contacts',
    contact: { name: 'Name', phone: 'Telephone', email: 'Email (optional)', add: '+ Add a person', remove: 'Delete' },
    choose: 'Please choose',
    any: 'Any',
  },
);
