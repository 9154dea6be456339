import { serve } from '../lsp.ts';

// An editor starts this with its own runtime; what is started in turn must not inherit that.
delete process.env['ELECTRON_RUN_AS_NODE'];

for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(bug, (error) => {
    // The editor shows stderr in the server's log; the server goes on, for its state is made anew from the texts.
    process.stderr.write(
      `This is a bug in Pistevo: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
  });
}
serve(process.env);
