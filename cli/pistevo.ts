#!/usr/bin/env node
import { callCommand } from './call-command.ts';
import { createContext } from './terminal/context.ts';

// An editor starts this with its own runtime; what a run starts in turn must not inherit that.
delete process.env['ELECTRON_RUN_AS_NODE'];

const words = process.argv.slice(2);
// Set, not called: what is still on its way to stdout gets there.
process.exitCode = await callCommand(words, createContext(!words.includes('--no-color')));
