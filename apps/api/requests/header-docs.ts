import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** Says in the API description that a request may safely be repeated under a key. */
export const MayRepeat = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'A repeated request with the same key and body gets the first answer again; another body: 422.',
    schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
  });

/** Says in the API description that the version of the case must be named. */
export const DemandsVersion = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the case as the caller has seen it. Missing: 428; no longer current: 412.',
      schema: { type: 'string', pattern: '^(W/)?"\\d{1,9}"$', example: '"3"' },
    }),
    MayRepeat(),
  );
