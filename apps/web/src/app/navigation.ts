import {
  IconAlertCircle,
  IconBook2,
  IconBuilding,
  IconCalendar,
  IconCalendarTime,
  IconChartBar,
  IconClipboardText,
  IconFlask,
  IconInbox,
  IconListDetails,
  IconMailPause,
  IconUsers,
} from '@tabler/icons-react';
import { ROLES, type Role } from '#domain';

/** The screens in the order of the menu, and the roles that work with them; the server decides access. */
export const NAVIGATION = [
  { to: '/quay', text: 'desk', icon: IconClipboardText, roles: ['deskOfficer'] },
  { to: '/hop-thu', text: 'inbox', icon: IconInbox, roles: ['agencyOfficer', 'agencyHead'] },
  { to: '/bang-giam-sat', text: 'board', icon: IconChartBar, roles: ['supervisor', 'coordinationOffice'] },
  {
    to: '/vu-viec',
    text: 'cases',
    icon: IconListDetails,
    roles: ['coordinationOffice', 'supervisor', 'deskOfficer'],
  },
  { to: '/can-quyet-dinh', text: 'attention', icon: IconAlertCircle, roles: ['coordinationOffice'] },
  { to: '/gia-dinh', text: 'whatIf', icon: IconFlask, roles: ['supervisor', 'coordinationOffice'] },
  { to: '/don-vi', text: 'units', icon: IconBuilding, roles: ['administrator'] },
  { to: '/nguoi-dung', text: 'users', icon: IconUsers, roles: ['administrator'] },
  { to: '/tin-bi-giu', text: 'parked', icon: IconMailPause, roles: ['coordinationOffice', 'administrator'] },
  { to: '/tinh-thoi-han', text: 'calculator', icon: IconCalendarTime, roles: ROLES },
  { to: '/lich-lam-viec', text: 'calendar', icon: IconCalendar, roles: ROLES },
  { to: '/van-ban-phap-luat', text: 'laws', icon: IconBook2, roles: ROLES },
] as const satisfies readonly { to: string; text: string; icon: unknown; roles: readonly Role[] }[];

/** The menu of a role. */
export const menuOf = (role: Role) =>
  NAVIGATION.filter((screen) => (screen.roles as readonly Role[]).includes(role));

/** Where a role begins its day. */
export const homeOf = (role: Role) =>
  role === 'coordinationOffice' ? '/vu-viec' : (menuOf(role)[0]?.to ?? '/thong-bao');
