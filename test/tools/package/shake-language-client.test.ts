import { build, transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { clientBundle } from '../../../tools/build.mjs';
import { toShakenModule, withoutFeatures } from '../../../tools/package/shake-language-client.mjs';

const compiled = `"use strict";
var __importStar = (this && this.__importStar) || (function () {
    return function (mod) { return mod; };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.limit = exports.Kind = void 0;
exports.used = used;
const other_1 = require("./other");
var Kind;
(function (Kind) {
    Kind.one = new other_1.Made('one');
})(Kind || (exports.Kind = Kind = {}));
exports.limit = 3;
function used() {
    return exports.limit;
}
Object.defineProperty(exports, "Made", { enumerable: true, get: function () { return other_1.Made; } });
`;

describe('toShakenModule', () => {
  it('gives a module with the same exports', () => {
    const text = toShakenModule(compiled, 'some.js');
    expect(text).toContain('import * as other_1 from "./other";');
    expect(text).toContain('export { Made as Made } from "./other";');
    expect(text).toMatch(/export \{ Kind, used, limit \};/);
    expect(text).not.toMatch(/exports|require|__importStar/);
  });

  it('lets a namespace go that nobody uses, and keeps one that is used', async () => {
    const text = toShakenModule(compiled, 'some.js').replace(/^export \{.*\}.*;$/gm, '');
    const shake = async (tail: string) =>
      (await transform(text + tail, { treeShaking: true, format: 'esm' })).code;
    expect(await shake('export { used };')).not.toContain('Kind');
    expect(await shake('export { Kind };')).toContain('new other_1.Made');
  });

  it('refuses a file that is written otherwise, and names it', () => {
    expect(() => toShakenModule('if (x) { exports[name] = 1; }', 'odd.js')).toThrow(
      /^odd\.js is not written/,
    );
    expect(() => toShakenModule('const { a } = require("./a");', 'odd.js')).toThrow(/odd\.js/);
  });
});

describe('withoutFeatures', () => {
  it('refuses a client that lacks a feature that the server answers', () => {
    expect(() => withoutFeatures('this.registerFeature(new hover_1.HoverFeature(this));\n')).toThrow(
      /CompletionItemFeature/,
    );
  });
});

describe('the bundles of the client', () => {
  it('weigh at most 245 kB together, 70 kB of it at activation', async () => {
    const { outputFiles = [] } = await build({ ...clientBundle, sourcemap: false, write: false });
    const sizes = Object.fromEntries(
      outputFiles.map(({ path, contents }) => [path.replace(/^.*\//, ''), contents.length]),
    );
    expect(Object.keys(sizes).sort()).toEqual(['extension.cjs', 'language-client.cjs']);
    expect(sizes['extension.cjs']).toBeLessThan(70_000);
    expect(Object.values(sizes).reduce((a, b) => a + b)).toBeLessThan(245_000);
  }, 20_000);

  it('hold every feature that the server answers', async () => {
    const { outputFiles = [] } = await build({
      ...clientBundle,
      minify: false,
      sourcemap: false,
      write: false,
    });
    const text = outputFiles.find(({ path }) => path.endsWith('language-client.cjs'))?.text ?? '';
    for (const feature of ['Hover', 'Rename', 'InlayHints', 'CodeLens', 'FoldingRange', 'CompletionItem'])
      expect(text).toContain(`new ${feature}Feature(`);
    for (const feature of ['Notebook', 'SemanticTokens', 'CallHierarchy', 'Minimatch', 'semver'])
      expect(text).not.toContain(`new ${feature}`);
  }, 20_000);
});
