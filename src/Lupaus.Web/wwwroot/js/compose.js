// The composer: the promise in the customer's words, drafts kept as one types, files pasted and dropped, saved replies,
// and the reply as the customer will see it. Without this a plain form does all but the keeping.
import { chooser } from './choose.js';
import { keeper } from './keep.js';

const $ = selector => document.querySelector(selector);
const composer = $('[data-unsent]');
const token = () => composer.querySelector('[name=__RequestVerificationToken]').value;
const form = $('#reply-form'), body = $('#body');

// The promise in the words the customer will read, as the server says them.
const preview = $('#preview');
if (form && preview) {
  let latest = 0;
  const show = async () => {
    const mine = ++latest;
    const words = new FormData();
    for (const name of ['__RequestVerificationToken', 'next', 'when', 'date', 'time', 'reminder'])
      words.set(name, new FormData(form).get(name) ?? '');
    const answer = await fetch(preview.dataset.preview, { method: 'POST', body: words }).catch(() => null);
    if (mine !== latest)
      return;
    const told = answer && (answer.status === 200 || answer.status === 422) ? await answer.text() : '';
    preview.textContent = told;
    preview.classList.toggle('wrong', answer?.status === 422);
  };
  form.addEventListener('change', event => ['next', 'when', 'date', 'time'].includes(event.target.name) && show());
  body.setSelectionRange(body.value.length, body.value.length);
}

if (composer) {
  const unsent = keeper(composer, composer.dataset.unsent, {
    minds: field => field.name && !['way', 'files'].includes(field.name),
    words: (note = $('#note').value) => {
      const words = new FormData();
      for (const [name, value] of form ? new FormData(form) : [])
        if (typeof value === 'string' && !['nonce', 'seen', 'kept'].includes(name))
          words.set(name, value);
      words.set('__RequestVerificationToken', token());
      words.set('note', note);
      return words;
    },
  });
  composer.addEventListener('submit', event => {
    // A macro takes the reply along and puts it back with what it adds.
    if (event.submitter?.hasAttribute('formaction') && !event.submitter.dataset.macro)
      return;
    // A reply takes itself along, and sending takes it away; with a note the reply beside it stays behind.
    if (unsent.isWaiting && event.target.id === 'note-form')
      unsent.keep('');
    unsent.ends();
  });
}

// Puts words where the cursor is, so that Ctrl-Z takes them away again.
function put(field, words) {
  field.focus();
  if (!document.execCommand('insertText', false, words)) {
    field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

// How the draft may sound, and what the customer asked: read as one types, never in the way of sending.
const tone = $('[data-tone]');
if (tone && form) {
  let latest = 0, waiting = 0;
  const read = async () => {
    const mine = ++latest;
    const words = new FormData();
    words.set('__RequestVerificationToken', token());
    words.set('body', body.value);
    const answer = await fetch(tone.dataset.tone, { method: 'POST', body: words }).catch(() => null);
    if (mine === latest && answer?.ok)
      tone.innerHTML = await answer.text();
  };
  const soon = () => (clearTimeout(waiting), waiting = setTimeout(read, 500));
  const say = button => {
    if (button.hasAttribute('data-findout'))
      return $('#next-findout')?.click(), $('#next-findout')?.focus();
    const start = +button.dataset.start, { words, instead } = button.dataset;
    // What has been typed since may have moved it.
    if (body.value.slice(start, start + words.length) !== words)
      return read();
    body.setSelectionRange(start, start + words.length);
    put(body, instead);
  };
  const first = () => tone.querySelector('[data-instead], [data-findout]');
  body.addEventListener('input', soon);
  tone.addEventListener('click', event => event.target.closest('[data-instead], [data-findout]') && say(event.target.closest('button')));
  body.addEventListener('keydown', event => event.altKey && event.key === 'Enter' && first() && (event.preventDefault(), say(first())));
  // Whoever only reads the ticket asks for nothing.
  body.addEventListener('focus', read, { once: true });
}

// Files are kept one by one as they come; a picture also gets its place in the text where it was pasted.
const filing = $('[data-filing]');
let keeping = 0, held = null;
async function keepFiles(files, part, field) {
  keeping++;
  const kept = await keepEach(files, part, field);
  keeping--;
  const send = held;
  if (!kept)
    held = null;
  else if (send && !keeping) {
    held = null;
    send.form.requestSubmit(send.by);
  }
}

// Whoever sends while a file is on its way means it to come along: sending waits, and stays undone if the file fails.
composer?.addEventListener('submit', event => {
  if (!keeping || event.submitter?.hasAttribute('formaction'))
    return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held = { form: event.target, by: event.submitter };
}, true);

async function keepEach(files, part, field) {
  const chips = $(`#${part}-form [data-chips]`);
  for (const file of files) {
    filing.classList.remove('wrong');
    if (file.size > filing.dataset.most) {
      filing.classList.add('wrong');
      filing.textContent = filing.dataset.big;
      return false;
    }
    filing.textContent = filing.dataset.sending;
    const words = new FormData();
    words.set('__RequestVerificationToken', token());
    words.set('part', part);
    words.set('files', file, file.name || 'kuva.png');
    const answer = await fetch(`${composer.dataset.unsent.split('?')[0]}/files`, { method: 'POST', body: words }).catch(() => null);
    if (!answer?.ok) {
      filing.classList.add('wrong');
      filing.textContent = answer?.status === 422 ? await answer.text() : filing.dataset.failed;
      return false;
    }
    filing.textContent = '';
    chips.insertAdjacentHTML('beforeend', await answer.text());
    const { file: name, picture } = chips.lastElementChild.dataset;
    if (field && picture)
      put(field, `![${name.replace(/\.[^.]*$/, '')}](${encodeURI(name).replace(/[()]/g, escape)})`);
  }
  return true;
}
for (const field of document.querySelectorAll('[data-writes]')) {
  const part = field.dataset.writes;
  field.addEventListener('paste', event => {
    const files = [...event.clipboardData?.files ?? []];
    // A table copied from a spreadsheet comes as words and as a picture; then the words are meant.
    if (!files.length || event.clipboardData.getData('text/plain'))
      return;
    event.preventDefault();
    keepFiles(files, part, field);
  });
  field.addEventListener('dragover', event => {
    if (![...event.dataTransfer.types].includes('Files'))
      return;
    event.preventDefault();
    field.classList.add('over');
  });
  field.addEventListener('dragleave', () => field.classList.remove('over'));
  field.addEventListener('drop', event => {
    field.classList.remove('over');
    if (!event.dataTransfer.files.length)
      return;
    event.preventDefault();
    keepFiles([...event.dataTransfer.files], part, field);
  });
}
for (const chosen of document.querySelectorAll('[data-file]'))
  chosen.addEventListener('change', async () => {
    const files = [...chosen.files];
    chosen.value = '';
    await keepFiles(files, chosen.dataset.file);
  });
composer?.addEventListener('click', async event => {
  const drop = event.target.closest('.chip-file button');
  if (!drop)
    return;
  event.preventDefault();
  const words = new FormData();
  words.set('__RequestVerificationToken', token());
  const answer = await fetch(drop.getAttribute('formaction'), { method: 'POST', body: words, headers: { 'X-Live': '1' } }).catch(() => null);
  if (answer?.ok)
    drop.closest('.chip-file').remove();
});

// Saved replies: by the button, or by a slash at the start of a line.
const opener = $('[data-saved]'), pick = $('[data-pick]');
if (opener && pick) {
  let saved = null, slash = false;
  const input = pick.querySelector('input');
  const close = () => {
    pick.hidden = true;
    body.focus();
  };
  const list = chooser(input, pick.querySelector('ul'), {
    none: pick.querySelector('[data-none]'),
    leave: close,
    find: async sought => {
      saved ??= await fetch(opener.dataset.saved).then(answer => answer.ok ? answer.json() : null).catch(() => null);
      const words = sought.toLocaleLowerCase();
      return (saved ?? []).filter(one => `${one.name} ${one.text}`.toLocaleLowerCase().includes(words));
    },
    choose: one => {
      close();
      // A saved reply that greets takes the place of the greeting that stood there by itself.
      if (body.value.trim() === form.querySelector('[name=greeting]').value.trim() && /^(hei|moi|hyv|terve|hej|god|hi\b|hello|dear)/i.test(one.text))
        body.select();
      else if (slash && body.value[body.selectionStart - 1] === '/')
        body.setSelectionRange(body.selectionStart - 1, body.selectionEnd);
      put(body, one.text);
    },
  });
  const open = bySlash => {
    slash = bySlash;
    pick.hidden = false;
    list.begin();
    input.focus();
  };
  opener.hidden = false;
  opener.addEventListener('click', () => pick.hidden ? open(false) : close());
  body.addEventListener('input', event => {
    const at = body.selectionStart;
    if (event.data === '/' && (at === 1 || body.value[at - 2] === '\n'))
      open(true);
  });
}

// A colleague asked for in a note: by the button, or by an at-sign where a word begins.
const mention = $('[data-mention]'), whom = $('[data-whom]'), note = $('#note');
if (mention && whom) {
  let colleagues = null;
  const input = whom.querySelector('input');
  const close = words => {
    whom.hidden = true;
    note.focus();
    if (words)
      put(note, words);
  };
  const list = chooser(input, whom.querySelector('ul'), {
    none: whom.querySelector('[data-none]'),
    leave: () => close(input.value),
    find: async sought => {
      colleagues ??= await fetch(mention.dataset.mention).then(answer => answer.ok ? answer.json() : null).catch(() => null);
      const words = sought.toLocaleLowerCase(), begins = name => ` ${name.toLocaleLowerCase()}`.includes(` ${words}`);
      const found = (colleagues ?? []).filter(one => begins(one.name) || begins(one.mention));
      // Nobody is meant: what was typed goes on in the note.
      if (!found.length && sought && !whom.hidden)
        close(input.value);
      return found;
    },
    choose: one => close(`${note.value[note.selectionStart - 1] === '@' ? '' : '@'}${one.mention} `),
  });
  const open = () => {
    whom.hidden = false;
    list.begin();
    input.focus();
  };
  input.addEventListener('keydown', event => event.key === 'Backspace' && !input.value && (event.preventDefault(), close()));
  // Whoever goes elsewhere takes nothing along: what was typed belongs to the note.
  input.addEventListener('blur', () => {
    if (whom.hidden)
      return;
    whom.hidden = true;
    note.setRangeText(input.value, note.selectionStart, note.selectionEnd, 'end');
    note.dispatchEvent(new Event('input', { bubbles: true }));
  });
  mention.hidden = false;
  mention.addEventListener('click', () => whom.hidden ? open() : close());
  note.addEventListener('input', event => {
    if (event.data === '@' && /(^|[\s(])@$/.test(note.value.slice(0, note.selectionStart)))
      open();
  });
}

// Be the customer: the reply as they will see it.
const see = $('[data-see]'), seen = $('[data-seen]');
if (see && seen)
  see.addEventListener('click', async event => {
    event.preventDefault();
    const words = new FormData(form);
    words.delete('files');
    const answer = await fetch(see.getAttribute('formaction'), { method: 'POST', body: words }).catch(() => null);
    if (!answer?.ok)
      return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    seen.querySelector('[data-seen-here]').replaceChildren(page.querySelector('[data-as-customer]'));
    seen.showModal();
    seen.addEventListener('close', () => body.focus(), { once: true });
  });
