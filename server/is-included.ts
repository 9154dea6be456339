/** Which projects of a folder are looked after: globs over the path from the folder to the project, `.` for the folder itself. */
export interface ProjectGlobs {
  /** At least one must fit. */
  readonly include: readonly string[];
  /** None may fit. */
  readonly exclude: readonly string[];
}

export const allProjects: ProjectGlobs = { include: ['**'], exclude: [] };

/** `path`: from the workspace folder to the project's root, each name followed by `/`; '' for the folder itself. */
export function isIncluded(path: string, { include, exclude }: ProjectGlobs): boolean {
  const fits = (glob: string): boolean => toPattern(glob).test(path);
  return include.some(fits) && !exclude.some(fits);
}

/**
 * `**` stands for any number of folders, `*` for any characters of one name, `?` for one of them; everything else for itself. A glob
 * that fits a folder fits what is below it.
 */
function toPattern(glob: string): RegExp {
  const bare = glob.replace(/^(?:\.\/)+|\/+$/g, '');
  if (bare === '.' || bare === '') return /^$/;
  const parts = bare.split('/').map((part) => {
    if (part === '**') return '(?:[^/]+/)*';
    // Runs of stars would make a pattern that takes long over a name that does not fit.
    const text = part.replace(/\*+/g, '*').replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return `${text.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`;
  });
  return new RegExp(`^${parts.join('')}(?:[^/]+/)*$`);
}
