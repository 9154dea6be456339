import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { visibleText } from '../core/report/visible-text.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';
import { ownVersion } from './version.ts';

type Run = (
  args: readonly string[],
  options: Record<string, unknown>,
  context: CommandContext,
) => Promise<number>;

/** The whole command line: names, options, help. What a command does is loaded when it is called. */
export function createProgram(context: CommandContext, setExitCode: (code: number) => void): Command {
  const program = new Command('pistevo')
    .description('Config-driven ingestion: checks, plans and runs datasets described in YAML and SQL.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .option('--project <folder>', "the project's folder (default: the nearest one upwards)")
    .option('--no-color', 'no colours (NO_COLOR is obeyed too)')
    .helpOption('-h, --help', 'show help')
    .configureOutput({
      writeOut: context.print,
      writeErr: context.note,
      outputError: (text, write) => write(text.split('\n').map(visibleText).join('\n')),
    })
    .showHelpAfterError('(`pistevo --help` shows every command, `pistevo <command> --help` its options)')
    .addHelpText('after', examples);
  program.exitOverride(asUsageError);

  const command = (usage: string, summary: string, load: () => Promise<Run>) =>
    program
      .command(usage)
      .description(summary)
      .exitOverride(asUsageError)
      .action(async (...given: unknown[]) => {
        const self = given.at(-1) as Command;
        const run = await load();
        setExitCode(
          await run(
            self.processedArgs.flat().filter((name) => name !== undefined),
            self.optsWithGlobals(),
            context,
          ),
        );
      });

  command(
    'init [folder]',
    'begin a project in an empty folder',
    async () => (await import('./init.ts')).init,
  ).option('--example', 'with three small datasets and deliveries to try');

  command(
    'infer <csv...>',
    'derive columns, types, rules and likely PII from CSV files',
    async () => (await import('./infer.ts')).infer,
  )
    .option('--write', "add the dataset to the project's files instead of printing it")
    .option('--name <dataset>', 'name of the dataset (default: from the file name)')
    .option('--rows <count>', 'records of each file to look at (default: all)', count);

  withProject(
    command(
      'check [dataset...]',
      'find mistakes before anything runs',
      async () => (await import('./check.ts')).check,
    ),
  )
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['text', 'json', 'sarif', 'junit', 'github'])
        .default('text'),
    )
    .option('--no-probe', 'do not look at the headers and first values of waiting source files')
    .option('--output <file>', 'write to a file instead of stdout');

  command(
    'format [file...]',
    'lay out the YAML and SQL files of the project',
    async () => (await import('./format.ts')).format,
  ).option('--check', 'change nothing; list what would change, and end with 1 when anything would');

  withProject(
    command(
      'plan <dataset>',
      'show what a run would do, without doing it',
      async () => (await import('./plan.ts')).plan,
    ),
  )
    .option('--json', 'the plan itself')
    .option('--sql', 'the SQL of every operation')
    .addOption(
      new Option('--dialect <dialect>', 'dialect of --sql').choices(['duckdb', 'spark']).default('duckdb'),
    )
    .option('--diff <revision>', 'what changed since a git revision');

  withRun(
    command('run [dataset...]', 'ingest what was delivered', async () => (await import('./run.ts')).run),
  )
    .option('--dry-run', 'read a sample, say what each rule would do, change nothing')
    .option('--rows <count>', "records of a dry run's sample", count, 10_000);

  withRun(
    command(
      'reprocess <dataset>',
      'read archived originals again, as a new run',
      async () => (await import('./reprocess.ts')).reprocess,
    ),
  )
    .option('--run <id>', 'the originals of one run')
    .option('--file <file>', 'one original, by its path inside the source')
    .option('--quarantined', 'originals with records that are still in quarantine')
    .option('--since <date>', 'originals of runs since a day or time (UTC)')
    .option('--rebuild', 'every original, into an emptied target');

  command('history [dataset]', 'list past runs', async () => (await import('./history.ts')).history)
    .option('--limit <count>', 'how many', count, 20)
    .option('--json', 'records of the runs');

  command(
    'report [run]',
    "show a run's report: `latest`, an id or a part of it, or a dataset",
    async () => (await import('./report.ts')).report,
  )
    .addOption(
      new Option('--format <format>', 'how it is printed').choices(['text', 'json', 'html']).default('text'),
    )
    .option('--output <file>', 'write to a file instead of stdout');

  withProject(
    command(
      'preview <dataset>',
      'show rows of a dataset',
      async () => (await import('./preview.ts')).preview,
    ),
  )
    .option('--rows <count>', 'how many', count, 20)
    .option('--stage', 'the staged strings instead of the target')
    .option('--quarantine', 'the quarantined records instead of the target')
    .option('--json', 'one JSON object a row');

  withProject(
    command(
      'explain <place>',
      'say why a record, given as file:line, was kept out',
      async () => (await import('./explain.ts')).explain,
    ),
  )
    .option('--dataset <dataset>', 'where several datasets have such a file')
    .option('--json', 'for machines');

  withProject(
    command(
      'rollback <dataset>',
      'undo the last commit of a dataset',
      async () => (await import('./rollback.ts')).rollback,
    ),
  )
    .option('--commits <count>', 'how many commits', count, 1)
    .addOption(engineOption());

  withProject(
    command(
      'migrate <dataset>',
      'carry out renamed, dropped and retyped columns',
      async () => (await import('./migrate.ts')).migrate,
    ),
  ).addOption(engineOption());

  withProject(
    command(
      'adopt <dataset>',
      'take over a Hive table that an older script made, deleting nothing',
      async () => (await import('./adopt.ts')).adopt,
    ),
  );

  withProject(
    command(
      'publish',
      'put plans and runtime where submitted Spark jobs find them',
      async () => (await import('./publish.ts')).publish,
    ),
  ).option('--to <folder>', 'into this folder instead of `artifacts_path`');

  withProject(
    command(
      'doctor',
      'look for what keeps runs from working',
      async () => (await import('./doctor.ts')).doctor,
    ),
  );

  command('lsp', 'serve an editor as its language server', async () => (await import('./lsp.ts')).lsp)
    .option('--stdio', 'over stdin and stdout')
    .allowUnknownOption()
    .allowExcessArguments();
  return program;
}

const examples = `
Examples:
  pistevo init --example demo        a project to try things on
  pistevo infer deliveries/*.csv     columns, types and rules from files
  pistevo check --format github      findings beside the lines of a pull request
  pistevo plan claim --diff main     what a change does to the plan
  pistevo run --all                  ingest everything that was delivered
  pistevo run claim --dry-run        what each rule would do, on a sample
  pistevo explain claims.csv:44      why this record is in quarantine
  pistevo report latest --format html --output report.html

Exit codes: 0 done or nothing to do, 1 files that format --check would change, 2 a mistake in the command or the project, 3 delivery rejected, 4 failed, 130 cancelled.`;

function withProject(command: Command): Command {
  return command
    .option('-e, --environment <name>', 'environment of the configuration')
    .option('--var <name=value>', 'value of a variable; repeatable (also PISTEVO_VAR_<NAME>)', collect, []);
}

function withRun(command: Command): Command {
  return withProject(command)
    .option('--all', 'every dataset')
    .addOption(engineOption())
    .option('--json', 'the event stream on stdout, and nothing else there')
    .addOption(
      new Option('--control <stream>', 'take {"kind":"cancel"} from a stream; its end cancels too').choices([
        'stdin',
      ]),
    )
    .option('--max-parallel <count>', 'datasets side by side', count);
}

function engineOption(): Option {
  return new Option('--engine <engine>', 'where it runs').choices(['local', 'spark', 'emr']).default('local');
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function count(text: string): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value < 1 || value > 1_000_000_000)
    throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}

/** Commander's own stops, which it has told: help and version are no errors, anything else is a mistake at the command line. */
function asUsageError(error: CommanderError): never {
  throw new UsageError(error.message, { exitCode: error.exitCode === 0 ? 0 : 2, isTold: true });
}
