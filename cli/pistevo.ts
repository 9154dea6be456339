#!/usr/bin/env node
import { callCommand } from './call-command.ts';
import { createContext } from './terminal/context.ts';
import { tellFailure } from './terminal/tell-failure.ts';

// An editor starts this with its own runtime; what a run starts in turn must not inherit that.
delete process.env['ELECTRON_RUN_AS_NODE'];

const words = process.argv.slice(2);
const context = createContext(!words.includes('--no-color'));
let isBroken = false;
for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(bug, (error) => {
    isBroken = true;
    process.exitCode = tellFailure(error, context);
  });
}
const exitCode = await callCommand(words, context);
// Set, not called: what is still on its way to stdout gets there.
if (!isBroken) process.exitCode = exitCode;
