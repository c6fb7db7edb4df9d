// Ticking many at once: Shift and a click takes all between; one box ticks all. It works without this, one by one.
const form = document.querySelector('[data-batch]');
if (form) {
  const boxes = () => [...form.querySelectorAll('[name=ticket]:not(:disabled)')];
  const all = form.querySelector('[data-all]'), count = form.querySelector('[data-count]');
  let last = null;

  const tell = () => {
    const every = boxes(), ticked = every.filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === every.length;
    all.indeterminate = ticked > 0 && ticked < every.length;
    count.textContent = ticked === 1 ? count.dataset.one : count.dataset.many.replace('{count}', ticked);
  };

  form.querySelector('[data-whole]').hidden = false;
  all.addEventListener('change', () => boxes().forEach(box => box.checked = all.checked));
  form.addEventListener('click', event => {
    const box = event.target.closest('[name=ticket]');
    if (!box)
      return;
    const every = boxes(), from = every.findIndex(one => one.value === last), to = every.indexOf(box);
    if (event.shiftKey && from >= 0)
      every.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(one => one.checked = box.checked);
    last = box.value;
  });
  form.addEventListener('change', tell);
  // Shift and a press on a label would mark the text between.
  form.addEventListener('mousedown', event => event.shiftKey && event.target.closest('.tick') && event.preventDefault());
  addEventListener('click', event => {
    for (const open of form.querySelectorAll('.act[open]'))
      open.open = open.contains(event.target);
  });
  addEventListener('keydown', event => {
    const open = event.key === 'Escape' && form.querySelector('.act[open]');
    if (open)
      open.open = false, open.querySelector('summary').focus();
  });
  tell();
}
const done = document.querySelector('[data-batch-done]');
done?.focus({ preventScroll: true });
