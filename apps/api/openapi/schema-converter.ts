import type { StandardSchemaConverter } from '@nestjs/swagger';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/**
 * Turns the contract's schemas into OpenAPI 3.1 schemas (which are JSON Schema 2020-12). A schema with an
 * id becomes a component that others refer to; one without is written in place.
 */
export const convertSchema: StandardSchemaConverter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs = {}, $schema: _, ...root } = toJsonSchema(schema, schemaType);
  const components = { ...($defs as Record<string, JsonSchema>) };
  const id = schema.meta()?.id;
  if (id === undefined) return { schema: root, components: withoutIds(components) };
  components[id] ??= root;
  return { schema: { $ref: `#/components/schemas/${id}` }, components: withoutIds(components) };
};

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as JsonSchema;
}

function withoutIds(components: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(components).map(([name, { id: _, ...schema }]) => [name, schema]));
}
