// A call while it goes on: the clock runs, people are found as one types, and what is typed is kept.
import { keeper } from './keep.js';

const form = document.querySelector('#call-form'), find = form.querySelector('[data-who]');
const field = name => form.elements[name];

const clock = document.querySelector('[data-clock]'), began = Number(field('opened').value) || Date.now();
const tick = () => {
  const seconds = Math.max(0, Math.floor((Date.now() - began) / 1000));
  clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
clock.hidden = false;
tick();
setInterval(tick, 1000);

// Who it is. What was chosen stays chosen as long as it is among those found.
let latest = 0, waiting = 0;
const chosen = () => form.querySelector('[name=about]:checked')?.value ?? '';
async function look() {
  const mine = ++latest;
  const answer = await fetch(`${find.dataset.who}?q=${encodeURIComponent(find.value)}&about=${encodeURIComponent(chosen())}`).catch(() => null);
  if (mine !== latest || !answer?.ok || answer.redirected)
    return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  form.querySelector('[data-found]').replaceWith(page.querySelector('[data-found]'));
}
find.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 150);
});
form.addEventListener('change', event => {
  if (event.target.name !== 'about' || event.target.value !== 'new')
    return;
  // What was looked for is who they are.
  const words = find.value.trim(), isReach = /^[\d\s+()./-]{5,}$/.test(words) || words.includes('@');
  const into = field(isReach ? 'phone' : 'name');
  if (words && !into.value)
    into.value = words;
  field(isReach ? 'name' : 'phone').focus();
});

const unsent = keeper(form, form.dataset.unsentCall, {
  minds: field => field.name && field !== find,
  words: () => {
    const words = new FormData(form);
    words.delete('nonce');
    return words;
  },
});
form.addEventListener('submit', () => unsent.ends());
