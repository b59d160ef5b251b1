import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { meOptions } from '../api/session';
import { calculatorSearch } from '../features/calculator/search';
import { caseSearch } from '../features/cases/search';
import { Anyone } from './anyone';
import { homeOf } from './navigation';
import { NotFound } from './not-found';
import { Office } from './office';
import { PublicShell } from './public-shell';
import { queryClient } from './query-client';
import { RouteFailure } from './route-failure';

const root = createRootRoute({ component: Outlet });

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: () => (
    <PublicShell>
      <Outlet />
    </PublicShell>
  ),
});

const anyone = createRoute({
  getParentRoute: () => root,
  id: 'anyone',
  component: Anyone,
  // Whether somebody is signed in decides the frame; a server that does not answer keeps nobody out.
  beforeLoad: () => queryClient.ensureQueryData(meOptions).catch(() => null),
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Office,
  // Whoever is signed out goes to the sign-in and comes back to the same page.
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meOptions);
    if (!me) throw redirect({ to: '/dang-nhap', search: { tiep: location.href } });
  },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meOptions);
    throw redirect(me ? { to: homeOf(me.role) } : { to: '/dang-nhap', search: {} });
  },
});

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/dang-nhap',
  validateSearch: z.object({ tiep: z.string().startsWith('/').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in'), 'SignIn'),
});

const tracking = createRoute({
  getParentRoute: () => open,
  path: '/theo-doi',
  component: lazyRouteComponent(() => import('../features/tracking/tracking-search'), 'TrackingSearch'),
});

const trackedCase = createRoute({
  getParentRoute: () => open,
  path: '/theo-doi/$code',
  component: lazyRouteComponent(() => import('../features/tracking/tracked-case'), 'TrackedCase'),
});

const calculator = createRoute({
  getParentRoute: () => anyone,
  path: '/tinh-thoi-han',
  validateSearch: calculatorSearch,
  component: lazyRouteComponent(() => import('../features/calculator/calculator'), 'Calculator'),
});

const laws = createRoute({
  getParentRoute: () => anyone,
  path: '/van-ban-phap-luat',
  component: lazyRouteComponent(() => import('../features/laws/laws'), 'Laws'),
});

const calendar = createRoute({
  getParentRoute: () => anyone,
  path: '/lich-lam-viec',
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page'), 'CalendarPage'),
});

const desk = createRoute({
  getParentRoute: () => office,
  path: '/quay',
  component: lazyRouteComponent(() => import('../features/desk/desk'), 'Desk'),
});

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/hop-thu',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../features/cases/inbox'), 'Inbox'),
});

const cases = createRoute({
  getParentRoute: () => office,
  path: '/vu-viec',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../features/cases/register'), 'Register'),
});

const oneCase = createRoute({
  getParentRoute: () => office,
  path: '/vu-viec/$id',
  component: lazyRouteComponent(() => import('../features/case/case-page'), 'CasePage'),
});

const receipt = createRoute({
  getParentRoute: () => office,
  path: '/vu-viec/$id/bien-nhan',
  component: lazyRouteComponent(() => import('../features/desk/receipt-page'), 'ReceiptPage'),
});

const board = createRoute({
  getParentRoute: () => office,
  path: '/bang-giam-sat',
  component: lazyRouteComponent(() => import('../features/board/board'), 'Board'),
});

const attention = createRoute({
  getParentRoute: () => office,
  path: '/can-quyet-dinh',
  component: lazyRouteComponent(() => import('../features/attention/attention-list'), 'AttentionList'),
});

const whatIf = createRoute({
  getParentRoute: () => office,
  path: '/gia-dinh',
  component: lazyRouteComponent(() => import('../features/what-if/what-if'), 'WhatIf'),
});

const units = createRoute({
  getParentRoute: () => office,
  path: '/don-vi',
  component: lazyRouteComponent(() => import('../features/units/units'), 'Units'),
});

const users = createRoute({
  getParentRoute: () => office,
  path: '/nguoi-dung',
  component: lazyRouteComponent(() => import('../features/users/users'), 'Users'),
});

const notices = createRoute({
  getParentRoute: () => office,
  path: '/thong-bao',
  component: lazyRouteComponent(() => import('../features/notices/notices'), 'Notices'),
});

const parked = createRoute({
  getParentRoute: () => office,
  path: '/tin-bi-giu',
  component: lazyRouteComponent(() => import('../features/parked/parked-messages'), 'ParkedMessages'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    open.addChildren([signIn, tracking, trackedCase]),
    anyone.addChildren([calculator, laws, calendar]),
    office.addChildren([
      desk,
      inbox,
      cases,
      oneCase,
      receipt,
      board,
      attention,
      whatIf,
      units,
      users,
      notices,
      parked,
    ]),
  ]),
  defaultNotFoundComponent: () => (
    <PublicShell>
      <NotFound />
    </PublicShell>
  ),
  defaultErrorComponent: RouteFailure,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
