import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** States what a route answers when all is well: status and the contract's schema (null: no body). */
export function Answers(schema: z.ZodType | null, status = schema ? 200 : 204) {
  const name = schema?.meta()?.id;
  return applyDecorators(
    HttpCode(status),
    ApiResponse({
      status,
      description: typeof name === 'string' ? name : 'Done; no body.',
      ...(schema && { standardSchema: schema }),
    }),
  );
}
