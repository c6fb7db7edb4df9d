// Keys and the preview of a promise. Everything on the desk works without this.

const isWriting = target => target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');

addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.('#reply-form, #note-form');
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target))
    return;
  const keys = {
    n: () => document.querySelector('[data-take-next] button')?.click(),
    r: () => document.querySelector('#body')?.focus(),
    f: () => document.querySelector('[data-undivided]')?.click(),
    '/': () => document.querySelector('#find')?.focus(),
  };
  const act = keys[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

// The promise in the words the customer will read, as the server says them.
const form = document.querySelector('#reply-form');
const preview = document.querySelector('#preview');
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
  const body = document.querySelector('#body');
  body?.setSelectionRange(body.value.length, body.value.length);
}

// What is typed is kept on the server: a moment after the last key, and at the latest when the page is left.
const composer = document.querySelector('[data-unsent]');
if (composer) {
  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    const reply = composer.querySelector('#reply-form'), note = composer.querySelector('#note-form');
    const words = new FormData();
    for (const [name, value] of reply ? new FormData(reply) : [])
      if (typeof value === 'string' && !['nonce', 'seen'].includes(name))
        words.set(name, value);
    words.set('__RequestVerificationToken', composer.querySelector('[name=__RequestVerificationToken]').value);
    words.set('note', note.querySelector('[name=body]').value);
    fetch(composer.dataset.unsent, { method: 'POST', body: words, keepalive: true }).catch(() => later(5000));
  };
  const later = time => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, time);
  };
  let sending = false;
  composer.addEventListener('submit', event => {
    // A reply takes itself along, and sending takes it away; with a note the reply beside it stays behind.
    if (waiting && event.target.id === 'note-form')
      keep();
    clearTimeout(waiting);
    sending = true;
  });
  for (const event of ['input', 'change'])
    composer.addEventListener(event, e => e.target.name && e.target.name !== 'way' && !sending && later(800));
  for (const event of ['pagehide', 'visibilitychange'])
    (event === 'pagehide' ? window : document).addEventListener(event, () => waiting && !sending && keep());
}
