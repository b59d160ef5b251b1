import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native<Props> = Props &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

/** Links that look like Mantine's parts and go through the router. */
export const TextLink = createLink((props: Native<AnchorProps>) => (
  <Anchor inherit underline="always" {...props} />
));
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />);
export const MenuLink = createLink((props: Native<NavLinkProps>) => <NavLink component="a" {...props} />);
