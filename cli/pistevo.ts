#!/usr/bin/env node
import { createProgram } from './program.ts';
import { createContext } from './terminal/context.ts';
import { tellFailure } from './terminal/tell-failure.ts';

// An editor starts this with its own runtime; what a run starts in turn must not inherit that.
delete process.env['ELECTRON_RUN_AS_NODE'];

const context = createContext(!process.argv.includes('--no-color'));
try {
  const program = createProgram(context, (code) => {
    process.exitCode = code;
  });
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = tellFailure(error, context);
}
