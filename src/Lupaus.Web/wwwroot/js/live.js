// Keeps an open desk true. The server says what has changed; the page fetches itself and takes in the parts that differ,
// but never one in which somebody is writing. Everything on the desk works without this.

const desk = document.querySelector('[data-live]');
const reference = desk.dataset.live;
const parts = { lists: ['lists', 'views', 'list'], ticket: ['head', 'asked', 'offer', 'done', 'talk', 'person', 'composer'] };
const find = (name, page = document) => page.querySelector(`[data-part="${name}"]`);

const isTouched = field => field.type === 'file' ? field.files.length > 0
  : field.matches('select') ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
  : field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.type !== 'hidden' && field.value !== field.defaultValue;
const isInUse = part => [...part.querySelectorAll('input, textarea, select')].some(field =>
  field.name && field.name !== 'q' && (isTouched(field) || field === document.activeElement));

function take(name, page) {
  const here = find(name), there = find(name, page);
  if (!here || !there || here.isEqualNode(there))
    return;
  const focused = here.contains(document.activeElement) && document.activeElement.getAttribute('href');
  const opened = [...here.querySelectorAll('details')].map(details => details.open);
  there.querySelectorAll('details').forEach((details, i) => details.open = opened[i] ?? details.open);
  here.replaceWith(there);
  if (focused)
    there.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

async function fetchPage(path) {
  const answer = await fetch(path, { headers: { 'X-Live': '1' } }).catch(() => null);
  return answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

async function refreshLists() {
  const page = await fetchPage(reference ? '/desk' : location.href);
  if (!page)
    return;
  page.querySelector(`[data-part="lists"] a[href="/desk/${reference}"]`)?.setAttribute('aria-current', 'page');
  for (const name of parts.lists)
    if (name !== 'list' || !takeRows(page))
      take(name, page);
}

// What is ticked stays ticked, and the bar that acts on it stays as it stands.
function takeRows(page) {
  const [here, there] = [document, page].map(at => at.querySelector('#batch > .rows'));
  if (!here || !there)
    return !!here?.querySelector(':checked');
  const ticked = new Set([...here.querySelectorAll(':checked')].map(box => box.value));
  there.querySelectorAll('[name=ticket]').forEach(box => box.checked = ticked.has(box.value));
  const focused = here.contains(document.activeElement) && document.activeElement;
  const again = focused && (focused.value ? `[value="${CSS.escape(focused.value)}"]` : `[href="${CSS.escape(focused.getAttribute('href'))}"]`);
  if (here.isEqualNode(there))
    return true;
  here.replaceWith(there);
  again && there.querySelector(again)?.focus({ preventScroll: true });
  there.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

async function refreshTicket() {
  const page = await fetchPage(location.pathname + location.search);
  if (!page)
    return;
  for (const name of parts.ticket) {
    const here = find(name), there = find(name, page);
    if (name === 'composer') {
      if (here?.dataset.open !== there?.dataset.open)
        isInUse(here) ? document.querySelector('[data-changed]').hidden = false : location.reload();
    } else if (here && !isInUse(here)) {
      take(name, page);
    }
  }
  sayNewer();
}

// A send is stopped when the customer has written meanwhile: here it is said before one presses.
function sayNewer() {
  const newest = find('talk')?.dataset.newest, seen = document.querySelector('#reply-form [name=seen]'), notice = document.querySelector('[data-newer]');
  if (!newest || !seen || !notice)
    return;
  notice.hidden = seen.value === newest;
  notice.querySelector('[data-newer-link]').href = `#m-${newest}`;
  notice.querySelector('[data-newer-read]').onclick = () => {
    seen.value = newest;
    notice.hidden = true;
    document.querySelector('#body')?.focus();
  };
}

// One refresh of a kind at a time; what comes meanwhile makes one more.
function once(refresh) {
  let running = false, again = false;
  return async () => {
    again = true;
    if (running)
      return;
    running = true;
    while (again) {
      again = false;
      await refresh();
    }
    running = false;
  };
}

const lists = once(refreshLists), ticket = reference ? once(refreshTicket) : () => {};
let line;

// The page says how far the news had come when it was made; the server tells what has passed unheard since.
function listen() {
  line = new EventSource(`/live?${new URLSearchParams({ ...reference && { ticket: reference }, since: desk.dataset.since })}`);
  line.addEventListener('lists', lists);
  line.addEventListener('ticket', ticket);
  line.addEventListener('company', event => {
    const company = document.querySelector('[data-company]');
    if (company)
      company.textContent = event.data;
  });
}

// A browser keeps few lines to one address, so a page that nobody looks at gives its own up.
document.addEventListener('visibilitychange', () => {
  if (document.hidden)
    line.close();
  else
    listen();
});
addEventListener('pagehide', () => line.close());
addEventListener('pageshow', event => event.persisted && listen());
listen();
setInterval(() => document.hidden || (lists(), ticket()), 60_000); // times on the page grow old

let said = 0;
document.querySelector('#ticket')?.addEventListener('input', event => {
  if (!event.target.closest('#reply-form, #note-form') || Date.now() - said < 4000)
    return;
  said = Date.now();
  const words = new FormData();
  words.set('__RequestVerificationToken', document.querySelector('#reply [name=__RequestVerificationToken]').value);
  fetch(`/live/${reference}/writes`, { method: 'POST', body: words }).catch(() => {});
});
