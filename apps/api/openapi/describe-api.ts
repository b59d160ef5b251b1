import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problem } from '#contract';
import { ACCESS_EXTENSION } from '../access/allow.js';
import { convertSchema } from './schema-converter.js';

const DESCRIPTION = `
Petition case management. A case changes only by commands: one POST each, with the version seen
(\`If-Match\`) and, so that a repeat is safe, an \`Idempotency-Key\`. Which commands are allowed now, and why the
others are not, is part of the case. Errors are RFC 9457 problems with stable codes; their text follows
\`Accept-Language\` (vi, en). Legal dates are plain dates in Asia/Ho_Chi_Minh.`.trim();

/** The OpenAPI 3.1 description, made from the routes and the contract. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dân Nguyện')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/', 'This office')
    .addCookieAuth('dan-nguyen.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    standardSchemaConverter: convertSchema,
    operationIdFactory: (controller, method) =>
      `${controller.replace('Controller', '').toLowerCase()}_${method}`,
  });
  return complete(document);
}

/** What holds for every operation: it may answer with a problem, and it says when it needs no session. */
function complete(document: OpenAPIObject): OpenAPIObject {
  const { schema, components } = convertSchema(problem, { schemaType: 'output' })!;
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...components },
    responses: {
      Problem: {
        description: 'The request was not carried out, and why (RFC 9457).',
        content: { 'application/problem+json': { schema: schema as object } },
      },
    },
  };
  for (const operations of Object.values(document.paths)) {
    for (const operation of [
      operations.get,
      operations.post,
      operations.put,
      operations.patch,
      operations.delete,
    ]) {
      if (!operation) continue;
      operation.responses.default = { $ref: '#/components/responses/Problem' };
      const { [ACCESS_EXTENSION]: access } = operation as { [ACCESS_EXTENSION]?: unknown };
      if (access === 'everyone') operation.security = [];
    }
  }
  return document;
}
