import type { Command } from '../command.ts';
import { dataPreview } from './data-preview.ts';
import { dataPreviewQuarantine } from './data-preview-quarantine.ts';
import { helpWalkthrough } from './help-walkthrough.ts';
import { lensCommands } from './lens-commands.ts';
import { outputShow } from './output-show.ts';
import { placeOpen } from './place-open.ts';
import { projectCheck } from './project-check.ts';
import { projectCreate } from './project-create.ts';
import { projectDoctor } from './project-doctor.ts';
import { projectGoToDataset } from './project-go-to-dataset.ts';
import { projectInferSchema } from './project-infer-schema.ts';
import { projectRefresh } from './project-refresh.ts';
import { runCancel } from './run-cancel.ts';
import { runDryRun } from './run-dry-run.ts';
import { runIngest } from './run-ingest.ts';
import { runIngestAll } from './run-ingest-all.ts';
import { runOpenLog } from './run-open-log.ts';
import { runOpenReport } from './run-open-report.ts';
import { runRepeat } from './run-repeat.ts';
import { runReprocess } from './run-reprocess.ts';
import { runRequest } from './run-request.ts';
import { runRollback } from './run-rollback.ts';
import { runShowLog } from './run-show-log.ts';
import { secretForgetMaskKey } from './secret-forget-mask-key.ts';
import { secretSetMaskKey } from './secret-set-mask-key.ts';
import { serverRestart } from './server-restart.ts';

/** Every command, listed by hand: a file of this folder that is not here is not part of the extension. */
export const allCommands: readonly Command[] = [
  runIngest,
  runIngestAll,
  runRepeat,
  runDryRun,
  runCancel,
  runReprocess,
  runRollback,
  runOpenReport,
  runShowLog,
  runOpenLog,
  runRequest,
  dataPreview,
  dataPreviewQuarantine,
  projectCreate,
  projectInferSchema,
  projectCheck,
  projectDoctor,
  projectGoToDataset,
  projectRefresh,
  secretSetMaskKey,
  secretForgetMaskKey,
  serverRestart,
  outputShow,
  helpWalkthrough,
  placeOpen,
  ...lensCommands,
];
