import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Failure } from '../parts/states';
import { PublicShell } from './public-shell';

/** What is left when a screen itself breaks, or its code is gone because a new version was installed. */
export function RouteFailure({ error }: ErrorComponentProps) {
  useEffect(() => console.error(error), [error]);
  return (
    <PublicShell>
      <Failure error={error} onRetry={() => window.location.reload()} />
    </PublicShell>
  );
}
