import { configFile, type Path, type Project } from '../model/project.ts';
import { keysAt, writtenAt } from '../model/written-at.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { replaceFix } from './support/replace-fix.ts';

/** A path in a form that neither a disk nor a store understands. */
export const unusablePath: ProjectCheck = {
  code: 'unusable-path',
  severity: 'error',
  title: 'A path is written in a form that no engine reads',
  runConfig({ project }) {
    const document = project.documents[configFile];
    if (document === undefined) return [];
    return pathsOf(project).flatMap((path): readonly Discovery[] => {
      const text = writtenAt(project, configFile, path);
      if (typeof text !== 'string' || document.isDamaged(path)) return [];
      const trouble = troubles.find(({ form }) => form.test(text));
      if (trouble === undefined) return [];
      const place = { file: configFile, range: document.rangeOf(path) };
      const near = suggest(project, text);
      const end = near === null ? trouble.advice : `did you mean \`${near.to}\`?`;
      return [
        {
          ...place,
          message: `\`${text}\` ${trouble.what}; ${end.endsWith('?') ? end : `${end}.`}`,
          fixes: near === null ? [] : replaceFix(project, place, near),
        },
      ];
    });
  },
};

interface Trouble {
  readonly form: RegExp;
  readonly what: string;
  readonly advice: string;
}

const troubles: readonly Trouble[] = [
  {
    form: /^(?:s3[an]?|file):(?!\/\/)/i,
    what: 'has not two slashes behind its colon',
    advice: 'write `s3a://<bucket>/<folder>/` or `file:///<folder>/`',
  },
  { form: /^s3[an]?:\/\/(?:\/|$)/i, what: 'names no bucket', advice: 'write `s3a://<bucket>/<folder>/`' },
  { form: /^s3n:/i, what: 'uses a client of S3 that Hadoop no longer has', advice: 'write `s3a://`' },
  {
    form: /^arn:aws/i,
    what: 'is the name of a resource and not a path',
    advice: 'write `s3a://<bucket>/<folder>/`',
  },
  {
    form: /^(?:https?|ftps?|sftp):/i,
    what: 'is an address of the web',
    advice: 'write `s3a://<bucket>/<folder>/`, or copy its files to a folder',
  },
  {
    form: /^~/,
    what: 'begins with `~`, which only shells understand',
    advice: 'write `file://` with the whole path',
  },
  { form: /^(?![A-Za-z]:[\\/])[^/]*\\/, what: 'is parted by backslashes', advice: 'write `/`' },
];

const stores = ['target_path', 'archive_path', 'artifacts_path', 'logs_path'];

/** Where paths are written, in every environment: what is wrong with one does not hang on which is chosen. */
function pathsOf(project: Project): readonly Path[] {
  const environments = keysAt(project, configFile, ['environments']);
  const roots: readonly Path[] = [[], ...environments.map((name) => ['environments', name])];
  return roots.flatMap((root): readonly Path[] => [
    ...stores.map((key) => [...root, key]),
    ...keysAt(project, configFile, [...root, 'sources']).map((name) => [...root, 'sources', name, 'path']),
  ]);
}

/** What a path most likely means, as it is written, variables and all. */
function suggest(project: Project, from: string): { readonly from: string; readonly to: string } | null {
  const bucket = project.settings.s3Bucket;
  const to = from
    .replace(/^arn:aws[a-z-]*:s3:::/i, 's3a://')
    .replace(/^https?:\/\/([a-z0-9.-]+?)\.s3[.-][a-z0-9.-]*amazonaws\.com\//i, 's3a://$1/')
    .replace(/^https?:\/\/s3[.-][a-z0-9.-]*amazonaws\.com\//i, 's3a://')
    .replace(/^s3n:/i, 's3a:')
    .replace(/^(s3a?):\/?(?!\/)/i, '$1://')
    .replace(/^file:\/?(?!\/)/i, 'file:///')
    .replace(/^(s3a?:\/\/)\/+(?=.)/i, (whole, scheme: string) =>
      bucket === null ? whole : `${scheme}${bucket}/`,
    );
  const parted = /^[A-Za-z]:/.test(to) ? to : to.replaceAll('\\', '/');
  const isSound = parted !== from && !troubles.some(({ form }) => form.test(parted));
  return isSound ? { from, to: parted } : null;
}
