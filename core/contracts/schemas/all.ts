import { configSchema } from './config.ts';
import { eventSchema } from './event.ts';
import { findingSchema } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';
import { originSchema } from './origin.ts';
import { planSchema } from './plan.ts';
import { reportSchema } from './report.ts';
import { tablesSchema } from './tables-schema.ts';

/** Every published schema, by the name of its file in `docs/schemas/`. */
export const allSchemas: Readonly<Record<string, JsonSchema>> = {
  config: configSchema,
  tables_schema: tablesSchema,
  finding: findingSchema,
  origin: originSchema,
  plan: planSchema,
  event: eventSchema,
  report: reportSchema,
};
