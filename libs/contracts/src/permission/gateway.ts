import { by, everyone, open, type Permissions } from './permission';

/** The edge: sessions, memberships, notices, and who looked at whose data. */
export const gateway: Permissions = {
  LoginController_login: open,
  LoginController_callback: open,
  LoginController_logout: open,
  JwksController_get: open,
  SessionController_get: open,
  SessionController_actFor: everyone,
  LiveController_open: everyone,
  NoticeController_list: everyone,
  NoticeController_unread: everyone,
  NoticeController_read: everyone,
  MembershipController_list: everyone,
  MembershipController_listStaff: by('administrator', 'operator'),
  MembershipController_claim: everyone,
  MembershipController_end: everyone,
  InvitationController_list: everyone,
  InvitationController_invite: everyone,
  InvitationController_look: open,
  InvitationController_accept: everyone,
  InvitationController_withdraw: everyone,
};
