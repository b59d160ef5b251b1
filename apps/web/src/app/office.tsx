import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meOptions } from '../api/session';
import { Loading } from '../parts/states';
import { PublicShell } from './public-shell';
import { MeContext } from './session';
import { Shell } from './shell';

/** Everything behind the sign-in. When the session ends on the way, its route is entered again and leads out. */
export function Office() {
  const router = useRouter();
  const { data: me } = useQuery(meOptions);
  useEffect(() => {
    if (me === null) void router.invalidate();
  }, [me, router]);
  if (!me)
    return (
      <PublicShell>
        <Loading />
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
