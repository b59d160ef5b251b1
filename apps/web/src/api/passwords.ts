import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { changePasswordBody, resetPasswordBody } from '#contract';
import { request, send } from './client';

/** The signed-in person's own password; their other sessions end. */
export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: z.input<typeof changePasswordBody>) =>
      send('/api/auth/change-password', { method: 'POST', body }),
  });

/** Somebody else's password, by the administrator. */
export const useResetPassword = () =>
  useMutation({
    mutationFn: ({ id, body }: { id: string; body: z.input<typeof resetPasswordBody> }) =>
      request(`/staff/${id}/password`, { method: 'POST', body }),
  });
