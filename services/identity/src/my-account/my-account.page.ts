import type { Language, Words } from '@qi/kernel';
import type { Account } from '../account/account';
import { button, field, notice } from '../page/field';
import { html, type Html } from '../page/html';
import { layout } from '../page/layout';
import type { SessionInUse } from '../session/session.service';
import { browserOf } from './browser-name';

const words = {
  title: { zh: '我的账号', en: 'My account' },
  password: { zh: '修改密码', en: 'Change the password' },
  current: { zh: '现在的密码', en: 'Present password' },
  next: { zh: '新密码', en: 'New password' },
  nextHint: {
    zh: '至少 10 个字符。其他设备上的登录会退出。',
    en: 'At least 10 characters. Other devices are signed out.',
  },
  factor: { zh: '两步验证', en: 'Two-step sign-in' },
  factorOn: { zh: '已开启：登录时除密码外还要验证码。', en: 'On: signing in takes a code beside the password.' },
  factorOff: {
    zh: '未开启。开启后，只知道密码的人登录不了。',
    en: 'Off. With it, nobody signs in who knows no more than your password.',
  },
  setUp: { zh: '开启', en: 'Turn on' },
  turnOff: { zh: '关闭', en: 'Turn off' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: {
    zh: '身份验证器里的 6 位数字，或一个恢复码',
    en: 'The six digits of your authenticator, or a recovery code',
  },
  sessions: { zh: '登录的设备', en: 'Where you are signed in' },
  here: { zh: '就是这里', en: 'this one' },
  since: { zh: '登录于', en: 'since' },
  seen: { zh: '最近使用', en: 'last used' },
  end: { zh: '退出', en: 'Sign out' },
  endOthers: { zh: '退出其他所有设备', en: 'Sign out everywhere else' },
  home: { zh: '回到平台', en: 'Back to the platform' },
  close: { zh: '注销账号', en: 'Close the account' },
  closeWhy: {
    zh: '注销后不能再登录，姓名和邮箱会从账号里删去；您为企业或机构办过的事仍有记录。不能撤回。',
    en: 'You cannot sign in again, and your name and address are deleted from the account; what you did for a firm or an institution stays on record. This cannot be undone.',
  },
  closed: { zh: '账号已注销', en: 'Your account is closed' },
  changed: { zh: '密码已修改，其他设备已退出。', en: 'Your password is changed and other devices are signed out.' },
  wrong: { zh: '现在的密码不对。', en: 'The present password is not right.' },
} satisfies Record<string, Words>;

export const passwordChanged = words.changed;
export const wrongPresentPassword = words.wrong;

const SELF = '/identity/account';

export interface MyAccountView {
  readonly language: Language;
  readonly account: Account;
  readonly here: string;
  readonly sessions: readonly SessionInUse[];
  readonly factorOn: boolean;
  readonly done?: Words | undefined;
  readonly faults?: Readonly<Partial<Record<'current' | 'next' | 'code' | 'closing', Words>>>;
}

export function myAccountPage(view: MyAccountView): string {
  const { language, account, done } = view;
  const body = html`${done && notice(language, done, 'good')}
    <p><strong>${account.name}</strong><br /><span class="muted">${account.email}</span></p>
    ${sessionList(view)} ${passwordForm(view)} ${factorForm(view)} ${closeForm(view)}
    <p class="links"><a href="/">${words.home[language]}</a></p>`;
  return layout({ language, title: words.title, body, self: SELF });
}

function sessionList({ language, sessions, here }: MyAccountView): Html {
  const others = sessions.some(({ uid }) => uid !== here);
  return html`<h2>${words.sessions[language]}</h2>
    <ul class="plain">
      ${sessions.map((session) => sessionItem(language, session, session.uid === here))}
    </ul>
    ${
      others &&
      html`<form method="post" action="${SELF}/sessions/end-others">
        <div class="actions">${button(language, words.endOthers, true)}</div>
      </form>`
    }`;
}

function sessionItem(language: Language, session: SessionInUse, here: boolean): Html {
  const { uid, userAgent, address, beganAt, seenAt } = session;
  const end = html`<form method="post" action="${SELF}/sessions/${uid}/end">
    ${button(language, words.end, true)}
  </form>`;
  return html`<li class="row">
    <div>
      <strong>${browserOf(userAgent)[language]}</strong> ${here && `· ${words.here[language]}`}<br />
      <span class="muted">
        ${address} · ${words.since[language]} ${timeOf(beganAt)} · ${words.seen[language]} ${timeOf(seenAt)}
      </span>
    </div>
    ${!here && end}
  </li>`;
}

function passwordForm({ language, account, faults = {} }: MyAccountView): Html {
  return html`<h2>${words.password[language]}</h2>
    <form method="post" action="${SELF}/password">
      <input type="email" autocomplete="username" value="${account.email}" hidden readonly />
      ${field(language, {
        ...{ name: 'current', type: 'password', label: words.current, autocomplete: 'current-password' },
        fault: faults.current,
      })}
      ${field(language, {
        ...{ name: 'next', type: 'password', label: words.next, hint: words.nextHint, autocomplete: 'new-password' },
        fault: faults.next,
      })}
      <div class="actions">${button(language, words.password)}</div>
    </form>`;
}

function factorForm({ language, factorOn, faults = {} }: MyAccountView): Html {
  const off = html`<p>${words.factorOff[language]}</p>
    <p><a href="${SELF}/second-factor">${words.setUp[language]}</a></p>`;
  const on = html`<p>${words.factorOn[language]}</p>
    <form method="post" action="${SELF}/second-factor/off">
      ${field(language, {
        ...{ name: 'code', label: words.code, hint: words.codeHint, autocomplete: 'one-time-code', fault: faults.code },
      })}
      <div class="actions">${button(language, words.turnOff, true)}</div>
    </form>`;
  return html`<h2>${words.factor[language]}</h2>
    ${factorOn ? on : off}`;
}

function closeForm({ language, faults = {} }: MyAccountView): Html {
  return html`<h2>${words.close[language]}</h2>
    <p>${words.closeWhy[language]}</p>
    <form method="post" action="${SELF}/close">
      ${field(language, {
        ...{ name: 'closing', type: 'password', label: words.current, autocomplete: 'current-password' },
        fault: faults.closing,
      })}
      <div class="actions">${button(language, words.close, true)}</div>
    </form>`;
}

export function closedPage(language: Language): string {
  const body = html`<p><a href="/">${words.home[language]}</a></p>`;
  return layout({ language, title: words.closed, body });
}

function timeOf(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}
