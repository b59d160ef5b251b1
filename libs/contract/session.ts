import { z } from 'zod';
import { ROLES } from '#domain';

const password = z.string().min(12).max(128);

/** Body of `POST /api/auth/sign-in/email`; the answer is an httpOnly cookie. */
export const signInBody = z
  .strictObject({ email: z.email(), password: z.string().min(1).max(128) })
  .meta({ id: 'SignInBody' });

/** Body of `POST /api/auth/change-password`; every other session of the person ends. */
export const changePasswordBody = z
  .strictObject({ currentPassword: z.string().min(1).max(128), newPassword: password })
  .meta({ id: 'ChangePasswordBody' });

/** Body of `POST /staff/{id}/password`, by an administrator for someone who forgot theirs. */
export const resetPasswordBody = z.strictObject({ password }).meta({ id: 'ResetPasswordBody' });

/** The people of the demo have e-mail addresses here, which is how their sign-ins are told from others. */
export const DEMO_DOMAIN = 'demo.dan-nguyen.example';

/** Sign-ins of the demo; a real installation has no such page. */
export const demoView = z
  .object({
    demo: z.literal(true),
    password: z.string(),
    accounts: z.array(
      z.object({
        email: z.string(),
        name: z.string(),
        role: z.enum(ROLES),
        agencyName: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DemoView' });
export type DemoView = z.output<typeof demoView>;
