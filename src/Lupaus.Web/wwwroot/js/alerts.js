// What somebody has to hear of at once, on every page of ours. One tab of a browser holds the line and passes on what it
// hears; every tab shows it; one of them, the one in use, makes the sound. Without this it stands on the page of alerts.

const shelf = document.querySelector('[data-toasts]');
const me = shelf?.dataset.toasts ?? '';
const here = document.querySelector('[data-live]')?.dataset.live || '';
const most = matchMedia('(max-width: 799px)').matches ? 1 : 3, newsLasts = 10_000, apart = 2000;
// Whoever gives a ticket their undivided attention is disturbed by a customer's own clock alone; all else waits in the list.
const disturbs = alert => alert.urgent || !document.querySelector('.undivided');
const wait = time => new Promise(done => setTimeout(done, time));
// Where a page isn't served securely, browsers keep locks and notifications to themselves: then each page in sight holds a line of its own.
const locks = navigator.locks;
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(`lupaus-alerts-${me}`) : null;
const pass = said => tabs?.postMessage(said);

// Toasts outlast the way from page to page.
const kept = {
  get toasts() { return JSON.parse(sessionStorage.getItem('toasts') ?? '[]').filter(one => one.me === me && one.until > Date.now()); },
  set toasts(all) { sessionStorage.setItem('toasts', JSON.stringify(all.slice(-10))); },
  get heard() { return JSON.parse(sessionStorage.getItem('heard') ?? '[]'); },
  set heard(all) { sessionStorage.setItem('heard', JSON.stringify(all.slice(-60))); },
};

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ class: 'icon', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false' }))
    svg.setAttribute(key, value);
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  svg.firstChild.setAttribute('href', `/vendor/icons.svg#${name}`);
  return svg;
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function draw(alert) {
  const link = document.createElement('a'), title = document.createElement('strong'), words = document.createElement('span');
  link.href = alert.path;
  title.textContent = alert.title;
  words.textContent = alert.words;
  link.append(title, words);
  const close = element('button', 'button quiet only-icon', icon('x'));
  close.type = 'button';
  close.setAttribute('aria-label', shelf.dataset.close);
  close.addEventListener('click', () => (drop(one => one.id === alert.id), pass({ drop: alert.id })));
  const toast = element('div', alert.pressing ? 'toast pressing' : 'toast', icon(alert.icon), link, close);
  toast.dataset.id = alert.id;
  return toast;
}

function show() {
  const all = kept.toasts.filter(disturbs), shown = all.slice(-most);
  for (const [place, pressing] of [['[data-pressing]', true], ['[data-news]', false]]) {
    const box = shelf.querySelector(place), mine = shown.filter(one => one.pressing === pressing);
    for (const toast of [...box.querySelectorAll('.toast')])
      if (!mine.some(one => one.id === toast.dataset.id))
        toast.remove();
    for (const one of mine)
      if (!box.querySelector(`[data-id="${one.id}"]`))
        box.append(draw(one));
  }
  shelf.querySelector('.more')?.remove();
  if (all.length > most) {
    const more = element('a', 'more button small', shelf.dataset.more);
    more.href = '/alerts';
    shelf.append(more);
  }
}

function drop(which) {
  kept.toasts = kept.toasts.filter(one => !which(one));
  show();
}

function take(alert) {
  if (kept.heard.includes(alert.id))
    return;
  kept.heard = [...kept.heard, alert.id];
  // What is newer about a ticket takes the place of what was said before.
  kept.toasts = [...kept.toasts.filter(one => one.reference !== alert.reference), { ...alert, me, until: Date.now() + (alert.pressing ? 3_600_000 : newsLasts) }];
  show();
  if (!alert.pressing)
    fade(alert.id);
  ring(alert);
}

async function fade(id) {
  do
    await wait(newsLasts);
  while (shelf.matches(':hover, :focus-within'));
  drop(one => one.id === id);
}

// A short sound of two tones. Browsers let a page sound once it has been used.
let audio;
async function beep() {
  audio ??= new AudioContext();
  await Promise.race([audio.resume(), wait(300)]);
  if (audio.state !== 'running')
    return;
  const volume = audio.createGain(), start = audio.currentTime;
  volume.connect(audio.destination);
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(.16, start + .02);
  volume.gain.exponentialRampToValueAtTime(.001, start + .55);
  for (const [tone, at] of [[659.3, 0], [880, .14]]) {
    const string = audio.createOscillator();
    string.frequency.value = tone;
    string.connect(volume);
    string.start(start + at);
    string.stop(start + .6);
  }
}

const mayNotify = () => 'Notification' in window && Notification.permission === 'granted';
const isInSight = () => !document.hidden;

// Many that come at once sound once.
function sound() {
  const last = Number(localStorage.getItem('lupaus-sounded') ?? 0);
  if (Date.now() - last < apart)
    return;
  localStorage.setItem('lupaus-sounded', Date.now());
  beep();
}

// The page with the ticket first, then one that is in sight, then any; a page that can reach nobody leaves it to the mail.
async function ring(alert) {
  if (!isInSight() && !mayNotify())
    return;
  if (!locks)
    return claim(alert);
  await wait(isInSight() ? here === alert.reference ? 0 : 80 : 400);
  await locks.request(`lupaus-alert-${alert.id}`, { ifAvailable: true }, async lock => {
    if (lock) {
      await claim(alert);
      await wait(apart);
    }
  });
}

// What waits for its ticket's undivided attention to end is left to the mail.
async function claim(alert) {
  if (!disturbs(alert))
    return;
  const answer = await fetch(`/alerts/${alert.id}/shown`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).catch(() => null);
  if (!answer?.ok)
    return;
  const may = await answer.json();
  if (may.sounds && !(isInSight() && here === alert.reference))
    sound();
  if (may.rings && !isInSight() && mayNotify()) {
    const notification = new Notification(alert.title, { body: alert.words, tag: alert.id, icon: '/favicon.svg', silent: true });
    notification.addEventListener('click', () => (focus(), location.assign(alert.path)));
  }
}

function count(unread) {
  for (const place of document.querySelectorAll('[data-count="/alerts"]'))
    place.textContent = unread, place.hidden = unread === '0';
  if (unread === '0') // read elsewhere
    drop(() => true);
}

let line, again = 0;
function listen() {
  clearTimeout(again);
  line?.close();
  line = new EventSource('/alerts/line');
  line.addEventListener('alert', event => {
    const alert = JSON.parse(event.data);
    take(alert);
    pass({ alert });
  });
  line.addEventListener('unread', event => (count(event.data), pass({ unread: event.data })));
  // A browser tries again by itself, but not where it was answered no.
  line.addEventListener('error', () => {
    if (line.readyState === EventSource.CLOSED)
      again = setTimeout(listen, 30_000);
  });
}

if (shelf) {
  document.addEventListener('undivided', show);
  tabs?.addEventListener('message', ({ data }) => {
    if (data.alert)
      take(data.alert);
    else if (data.unread)
      count(data.unread);
    else
      drop(one => one.id === data.drop || one.reference === data.at);
  });
  // Whoever has the ticket open has seen what was said of it.
  if (here)
    pass({ at: here });
  drop(one => one.reference === here);
  for (const one of kept.toasts)
    if (!one.pressing)
      fade(one.id);

  if (locks && tabs)
    locks.request(`lupaus-alerts-${me}`, () => new Promise(listen));
  else {
    document.addEventListener('visibilitychange', () => isInSight() ? listen() : line.close());
    addEventListener('pagehide', () => line.close());
    listen();
  }
}

// On one's own page: hear how it sounds, and let the browser show alerts over other windows.
const settings = document.querySelector('[data-alerts-here]');
if (settings) {
  const state = settings.querySelector('[data-alerts-state]'), allow = settings.querySelector('[data-alerts-allow]');
  const say = () => {
    const permission = 'Notification' in window ? Notification.permission : 'denied';
    state.textContent = state.dataset[permission] ?? '';
    allow.hidden = permission !== 'default';
  };
  settings.hidden = false;
  say();
  settings.querySelector('[data-alerts-try]').addEventListener('click', beep);
  allow.addEventListener('click', () => Notification.requestPermission().then(say));
}
