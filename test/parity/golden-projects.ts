import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PlayedProject } from './play-project.ts';

/** A project written by hand, whose plans are kept beside it: one scenario each. */
export interface GoldenProject extends PlayedProject {
  readonly name: string;
  /** What it shows, as the end of a sentence. */
  readonly title: string;
}

type Delivered = string | { readonly encoding: BufferEncoding; readonly text: string };

interface Written {
  readonly title: string;
  readonly config: string;
  readonly schema: string;
  readonly datasets: readonly string[];
  readonly deliveries: readonly Readonly<Record<string, Delivered>>[];
}

export const goldenFolder = join(import.meta.dirname, 'golden');

/** All of them, by name. */
export function goldenProjects(): readonly GoldenProject[] {
  const files = readdirSync(goldenFolder).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const written = parse(readFileSync(join(goldenFolder, file), 'utf8')) as Written;
    return {
      name: file.replace(/\.yaml$/, ''),
      title: written.title,
      config: written.config,
      schema: () => written.schema,
      datasets: written.datasets,
      deliveries: written.deliveries.map((files) =>
        Object.entries(files).map(([path, content]) => ({ path, bytes: bytesOf(content) })),
      ),
      // A delivery that was refused makes room for the next.
      clears: () => true,
    };
  });
}

function bytesOf(content: Delivered): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.text, content.encoding);
}
