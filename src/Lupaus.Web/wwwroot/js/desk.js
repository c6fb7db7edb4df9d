// The keys of the desk, and the field that finds anything. Everything on the desk works without this.
import { chooser } from './choose.js';

const $ = selector => document.querySelector(selector);
const isWriting = target => target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
const onTicket = !!$('#ticket');

/// The next or the one before, in what is mine.
function step(by) {
  const links = [...document.querySelectorAll('[data-part="lists"] .rows a, [data-part="list"] .rows a')];
  const here = links.findIndex(link => link === document.activeElement || link.getAttribute('aria-current') === 'page' || link.parentElement.getAttribute('aria-current') === 'true');
  const next = links[here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by];
  if (onTicket && next)
    next.click();
  else
    next?.focus();
}

function write(way, field) {
  const choice = $(way);
  if (choice && !choice.checked)
    choice.click();
  $(field)?.focus();
}

const acts = {
  next: () => $('[data-take-next] button')?.click(),
  reply: () => write('#way-reply', '#body'),
  note: () => write('#way-note', '#note'),
  saved: () => (acts.reply(), $('[data-saved]')?.click()),
  'as-customer': () => $('[data-see]')?.click(),
  undivided: () => $('[data-undivided]')?.click(),
  history: () => location.assign(`${location.pathname}/history`),
  undo: () => $('[data-undo]')?.click(),
  print: () => onTicket && location.assign(`${location.pathname}/print`),
  unread: () => $('[data-unread]')?.click(),
  deadline: () => $('[data-guess]')?.click(),
  accept: () => $('[data-accept]')?.click(),
  'first-aid': () => $('[data-firstaid]')?.click(),
  tag: () => {
    const tag = $('details#tag') ?? $('[data-tag]');
    if (tag)
      tag.open = true, tag.querySelector('input:not([type=hidden])')?.focus();
  },
  tick: () => {
    const row = document.activeElement?.closest?.('.rows li:has([name=ticket])') ?? $('.rows li:has([name=ticket])');
    row?.querySelector('[name=ticket]').click();
    row?.querySelector('a').focus();
  },
  understand: () => {
    const part = $('[data-understand]');
    if (part)
      write('#way-reply'), part.open = true, part.querySelector('textarea').focus();
  },
  give: () => {
    const part = $('[data-give]');
    if (part)
      part.open = true, part.querySelector('input:not([type=hidden])').focus();
  },
  call: () => ($('#ticket [data-call]') ?? $('[data-call]'))?.click(),
  move: () => {
    const move = $('details#move');
    if (move)
      move.open = true, (move.querySelector('input:checked') ?? move.querySelector('input:not([type=hidden]), textarea, select, button'))?.focus();
    else if (!onTicket)
      withRow(row => location.assign(`${row.href}#move`));
  },
};
const withRow = act => { const row = document.activeElement?.closest?.('.rows li')?.querySelector('a'); row && act(row); };
const overtake = which => $(`[data-overtake="${which}"]`)?.click();
const keys = {
  n: acts.next, r: acts.reply, m: acts.note, c: acts['as-customer'], f: acts.undivided, z: acts.undo, e: acts.move, l: acts.call,
  p: acts.print, t: acts.tag, d: acts.deadline, a: acts.accept, s: acts['first-aid'], u: acts.unread, x: acts.tick, y: acts.understand, g: acts.give,
  1: () => overtake(1), 2: () => overtake(2), 3: () => overtake(3), 4: () => overtake(4),
  j: () => step(1), k: () => step(-1), '/': () => onTicket && $('[data-saved]') ? acts.saved() : $('#find')?.focus(),
  '?': () => $('[data-keys]').showModal(),
};

addEventListener('keydown', event => {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && mod) {
    const form = event.target.closest?.('#reply-form, #note-form, #call-form');
    if (form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[data-send]'));
    }
    return;
  }
  if (mod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openAnything();
    return;
  }
  if (mod && event.target.matches?.('[data-writes]')) {
    const button = { b: 'md-bold', i: 'md-italic', K: 'md-link' }[event.key];
    if (button) {
      event.preventDefault();
      document.querySelector(`markdown-toolbar[for="${event.target.id}"] ${button}`)?.click();
    }
    return;
  }
  if (event.altKey && event.key.toLowerCase() === 'c' && isWriting(event.target)) {
    event.preventDefault();
    acts['as-customer']();
    return;
  }
  if (event.key === 'Escape' && isWriting(event.target) && !event.target.closest('dialog, [data-pick]')) {
    event.target.blur();
    return;
  }
  if (event.key === 'Escape' && !event.repeat && !$('dialog[open]') && $('.undivided')) {
    acts.undivided();
    return;
  }
  if (mod || event.altKey || event.repeat || isWriting(event.target) || $('dialog[open]'))
    return;
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

addEventListener('click', event => {
  if (event.target.closest?.('[data-move]')) {
    event.preventDefault();
    acts.move();
  }
});
if (onTicket && location.hash === '#move')
  acts.move();
// Undivided attention, without leaving the page and what is typed there; the server hears of it for the pages that follow.
addEventListener('submit', event => {
  const form = event.target, desk = $('.desk');
  if (!form.matches('[data-undivide]'))
    return;
  event.preventDefault();
  const on = !desk.classList.contains('undivided'), words = new FormData(form), button = form.querySelector('button');
  words.set('on', on ? '1' : '0');
  fetch(form.action, { method: 'POST', body: words, redirect: 'manual', keepalive: true }).catch(() => {});
  desk.classList.toggle('undivided', on);
  form.elements.on.value = on ? '0' : '1';
  button.setAttribute('aria-pressed', on);
  button.title = on ? button.dataset.end : button.dataset.begin;
  if (document.activeElement?.closest('.side, .rail'))
    button.focus();
  document.dispatchEvent(new Event('undivided'));
});

const anything = $('[data-anything]');
const field = anything.querySelector('input');
const finder = chooser(field, anything.querySelector('ul'), {
  none: anything.querySelector('.none'),
  find: async sought => {
    const answer = await fetch(`/desk/anything?q=${encodeURIComponent(sought)}&ticket=${onTicket}`).catch(() => null);
    return answer?.ok ? await answer.json() : null;
  },
  choose: one => {
    anything.close();
    if (one.href)
      location.assign(one.href);
    else if (one.act.startsWith('playbook-'))
      location.assign(`/desk/playbooks/${one.act.slice(9)}?ticket=${location.pathname.split('/')[2]}`);
    else if (one.act.startsWith('macro-'))
      $(`[data-macro="${one.act.slice(6)}"]`)?.click();
    else
      acts[one.act]?.();
  },
});
function openAnything() {
  if (anything.open)
    return;
  anything.showModal();
  finder.begin();
  field.focus();
}
for (const dialog of document.querySelectorAll('dialog'))
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
