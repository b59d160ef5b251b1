import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { meOptions } from '../api/session';
import { PublicShell } from './public-shell';
import { MeContext } from './session';
import { Shell } from './shell';

/** The frame of pages for everybody: staff keep their menu, everyone else sees the public frame. */
export function Anyone() {
  const { data: me } = useQuery(meOptions);
  if (!me)
    return (
      <PublicShell>
        <Outlet />
      </PublicShell>
    );
  return (
    <MeContext value={me}>
      <Shell me={me}>
        <Outlet />
      </Shell>
    </MeContext>
  );
}
