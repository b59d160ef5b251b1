import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Problem, type ProblemCode } from '../problems/problem.js';
import { fieldFaults } from './field-faults.js';

const CODES: Partial<Record<ArgumentMetadata['type'], ProblemCode>> = {
  body: 'invalidBody',
  query: 'invalidQuery',
  // An identifier of the wrong form names nothing.
  param: 'notFound',
};

/** Lets through what fits the contract's schema of a parameter, as the schema gives it back. */
export class ShapePipe implements PipeTransform {
  async transform(value: unknown, { schema, type }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    const result = await schema.safeParseAsync(value);
    if (result.success) return result.data;
    const code = CODES[type] ?? 'badRequest';
    throw new Problem(code, code === 'notFound' ? {} : { errors: fieldFaults(schema, value) });
  }
}
