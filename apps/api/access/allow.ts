import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#domain';

/** Who may call a route: everyone, everyone who is signed in, or the named roles. */
export type Access = 'everyone' | 'signedIn' | readonly Role[];

export const ACCESS = 'access';

/** Name under which the API description says who may call a route. */
export const ACCESS_EXTENSION = 'x-access';

/** States that only these roles may call the route. */
export const Allow = (...roles: Role[]): MethodDecorator => allow(roles);

/** States that every member of staff may call the route; what they see or may do is decided by the engine. */
export const AllowSignedIn = (): MethodDecorator => allow('signedIn');

/** States that the route is open to the world. */
export const AllowEveryone = (): MethodDecorator => allow('everyone');

function allow(access: Access): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension(ACCESS_EXTENSION, access));
}
