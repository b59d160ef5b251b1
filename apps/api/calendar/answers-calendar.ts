import { applyDecorators, Header } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';

/** States that a route answers with an iCalendar object. */
export const AnswersCalendar = () =>
  applyDecorators(
    Header('content-type', 'text/calendar; charset=utf-8'),
    ApiProduces('text/calendar'),
    ApiResponse({ status: 200, description: 'iCalendar (RFC 5545)', schema: { type: 'string' } }),
  );
