// Copies what pages need from npm packages into wwwroot/vendor, so that nothing is ever fetched from a CDN.
// Run by the build (see Lupaus.Web.csproj) when package-lock.json, icons.txt or this file has changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const from = (...path) => join(web, 'node_modules', ...path);
const to = (...path) => join(web, 'wwwroot', 'vendor', ...path);

const copies = {
  'inter/latin.woff2': '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  'inter/latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2',
  'markdown-toolbar.js': '@github/markdown-toolbar-element/dist/index.js',
  'markdown-toolbar.LICENSE.txt': '@github/markdown-toolbar-element/LICENSE',
  'inter/LICENSE.txt': '@fontsource-variable/inter/LICENSE',
};

rmSync(to(), { recursive: true, force: true });
for (const [target, source] of Object.entries(copies)) {
  mkdirSync(dirname(to(target)), { recursive: true });
  copyFileSync(from(source), to(target));
}
fetchScalar();
writeFileSync(to('icons.svg'), sprite()); // last: the build takes its age for the age of the whole folder

// The one file that the API's own page runs. Installed as a dependency, it would bring 270 packages that nothing here uses.
function fetchScalar() {
  const version = '1.72.1';
  const integrity = 'sha512-XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow==';
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-scalar-'));
  try {
    execFileSync('npm', ['pack', `@scalar/api-reference@${version}`, '--pack-destination', folder, '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    const packed = join(folder, `scalar-api-reference-${version}.tgz`);
    if (`sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}` !== integrity)
      throw new Error(`@scalar/api-reference ${version} is not the file that was chosen here.`);
    execFileSync('tar', ['-xzf', packed, '-C', folder, 'package/dist/browser/standalone.js']);
    mkdirSync(to('scalar'), { recursive: true });
    copyFileSync(join(folder, 'package', 'dist', 'browser', 'standalone.js'), to('scalar/standalone.js'));
    writeFileSync(to('scalar/LICENSE.txt'), `@scalar/api-reference ${version}, MIT License\nCopyright (c) 2023-present Scalar\nhttps://github.com/scalar/scalar/blob/main/LICENSE\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sprite() {
  const names = readFileSync(join(web, 'Looks', 'icons.txt'), 'utf8').split('\n').map(line => line.trim()).filter(Boolean);
  const { version, license } = JSON.parse(readFileSync(from('lucide-static/package.json'), 'utf8'));
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- lucide ${version}, ${license}, https://lucide.dev/license -->\n`
    + names.map(symbol).join('\n') + '\n</svg>\n';
}

function symbol(name) {
  const file = from('lucide-static/icons', `${name}.svg`);
  if (!existsSync(file))
    throw new Error(`Looks/icons.txt asks for "${name}", and lucide has no icon of that name: see https://lucide.dev/icons`);
  const shapes = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[\s\S]*?>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
  // No stroke-width: the page decides it (Icon.razor.css).
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}
