import type { Severity } from '../contracts/finding.ts';
import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { nearName, orElse } from './support/did-you-mean.ts';
import { placeAt } from './support/place.ts';
import { replaceFix } from './support/replace-fix.ts';

/** A `lint.severity` that has no effect: no such finding, or one that no run can get past. */
export const lintSetting: ProjectCheck = {
  code: 'lint-setting',
  severity: 'warning',
  title: 'A lint setting has no effect',
  runConfig({ project, codes, sqlCodes }) {
    return Object.entries(project.settings.lint.severity).flatMap(([code, wanted]): Discovery[] => {
      const usual: Severity | undefined = codes.get(code);
      const place = placeAt(project, configFile, ['lint', 'severity', code], 'key');
      if (usual === undefined) {
        const near = nearName(code, codes.keys());
        return [
          {
            ...place,
            message: `There is no finding \`${code}\`${orElse(near, 'take the line away')}`,
            fixes: near === null ? [] : replaceFix(project, place, { from: code, to: near }),
          },
        ];
      }
      if (usual !== 'error' || wanted === 'error' || sqlCodes.has(code)) return [];
      return [
        {
          ...place,
          message: `\`${code}\` stays an error, because no run can be planned past it; mend what it finds, and take the line away.`,
        },
      ];
    });
  },
};
