/** ESLint rules of this house that no plugin offers: file names, import paths, an opening sentence. */
import { basename, dirname, relative, resolve } from 'node:path';

const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_WORDS = /(^|-)(utils?|helpers?|misc|common|managers?)(-|$)|^index$/;
const WITH_ENDING = /\.(ts|tsx|mjs|cjs|js|json|css|svg|png|wasm|html)(\?.*)?$/;

const fileName = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const path = relative(context.cwd, context.filename);
      for (const part of path.split(/[\\/]/)) {
        const [stem = ''] = part.replace(/^\./, '').split('.');
        if (!KEBAB_CASE.test(part)) context.report({ node, message: `"${part}" is not in kebab-case.` });
        if (EMPTY_WORDS.test(stem))
          context.report({
            node,
            message: `"${part}" does not say what it is for: name it after its main export.`,
          });
      }
    },
  }),
};

/** Top-level folders that others reach by an alias only. */
const ALIASES = { 'shared/src': '#shared/', 'shared/data': '#data/', 'shared/simulation': '#simulation/' };

const importPath = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      if (!WITH_ENDING.test(source))
        context.report({ node: node.source, message: 'A relative import carries its ending (.ts, .tsx).' });
      const target = relative(context.cwd, resolve(dirname(context.filename), source)).replaceAll('\\', '/');
      const from = relative(context.cwd, context.filename).replaceAll('\\', '/');
      const isInside = (folder, path) => path.startsWith(`${folder}/`);
      for (const [folder, alias] of Object.entries(ALIASES)) {
        if (isInside(folder, target) && !isInside(folder, from) && !from.startsWith('shared/'))
          context.report({ node: node.source, message: `Import this as ${alias}…, not by a relative path.` });
      }
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const openingSentence = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const first = context.sourceCode.getFirstToken(node, { includeComments: true });
      const opens = first && (first.type === 'Block' || first.type === 'Line');
      const message = `${basename(context.filename)} opens with a sentence: what it is for, what it refuses to know.`;
      if (first && !opens) context.report({ loc: first.loc, message });
    },
  }),
};

export const houseRules = {
  rules: { 'file-name': fileName, 'import-path': importPath, 'opening-sentence': openingSentence },
};
