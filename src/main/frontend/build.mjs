// Builds style sheets, icon sprite and islands into the folder given as argument: node build.mjs [out]
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const out = resolve(process.argv[2] ?? '../../../target/classes/static/assets');
mkdirSync(out, { recursive: true });

// 1. Theme, by Designsystemet's own tool. It writes beside its input, so it works in a folder of its own.
const work = mkdtempSync(join(tmpdir(), 'vegvisar-theme-'));
try {
  const cli = 'node_modules/@digdir/designsystemet/dist/bin/designsystemet.js';
  const config = { ...JSON.parse(readFileSync('designsystemet.config.json', 'utf8')), outDir: join(work, 'tokens') };
  delete config.$schema;
  writeFileSync(join(work, 'config.json'), JSON.stringify(config));
  execFileSync('node', [cli, 'tokens', 'create', '--config', join(work, 'config.json')], { stdio: 'pipe' });
  execFileSync('node', [cli, 'tokens', 'build', '-t', join(work, 'tokens'), '-o', join(work, 'theme')], { stdio: 'pipe' });

  // 2. Bundles. Fonts get their hash in the name; scripts and styles are fingerprinted by the server.
  const entries = Object.fromEntries(readdirSync('src/js').filter((f) => /^[a-z]+\.jsx?$/.test(f)).map((f) => [f.replace(/\.jsx?$/, ''), `src/js/${f}`]));
  await esbuild.build({
    entryPoints: entries, outdir: out, bundle: true, minify: true, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', target: 'es2022', logLevel: 'error',
    loader: { '.json': 'json', '.css': 'empty' }, define: { 'process.env.NODE_ENV': '"production"' }, legalComments: 'none',
  });
  await esbuild.build({
    entryPoints: Object.fromEntries(readdirSync('src/css').filter((f) => f.endsWith('.css')).map((f) => [f.replace('.css', ''), `src/css/${f}`])),
    outdir: out, bundle: true, minify: true, logLevel: 'error', target: 'es2022', legalComments: 'none', assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' }, alias: { 'vegvisar-theme': join(work, 'theme/vegvisar.css') },
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}

// 3. Icon sprite: every icon that a template, a script or a Java view names.
const icons = 'node_modules/@navikt/aksel-icons/dist/svg';
const known = new Set(readdirSync(icons).map((f) => f.replace('.svg', '')));
// those that the models and the timeline choose by name
const named = new Set(['Bell', 'Bookmark', 'Branching', 'Buildings3', 'Calendar', 'Chat', 'CheckmarkCircle', 'ChildEyes', 'ClipboardCheckmark', 'ClockDashed', 'EnvelopeClosed', 'Eye', 'FileText', 'HandShakeHeart', 'Hourglass', 'HourglassTopFilled', 'House', 'Information', 'NotePencil', 'PersonChat', 'PersonCross', 'PersonGroup', 'PersonPlus', 'Phone', 'Reception', 'Stethoscope', 'Tasklist'].filter((name) => known.has(name)));
const scan = (folder) => {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) scan(path);
    else if (/\.(html|java|jsx?)$/.test(entry.name)) {
      for (const [, name] of readFileSync(path, 'utf8').matchAll(/["'#`]([A-Z][A-Za-z0-9]+)["'`]/g)) if (known.has(name)) named.add(name);
    }
  }
};
['../resources/templates', '../java', 'src/js'].forEach(scan);
const symbols = [...named].sort().map((name) => {
  const svg = readFileSync(join(icons, `${name}.svg`), 'utf8');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none">${svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')}</symbol>`;
});
writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
copyFileSync('src/favicon.svg', join(out, 'favicon.svg'));
console.log(`${named.size} icons, assets in ${out}`);
