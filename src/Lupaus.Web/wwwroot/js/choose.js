// A field with a list under it, after the combobox pattern of the ARIA Authoring Practices: arrows move, Enter chooses.

export function chooser(input, list, { find, choose, leave, none }) {
  let found = [], at = 0, latest = 0, waiting = 0;

  const show = () => {
    list.replaceChildren(...found.map((one, i) => {
      const option = document.createElement('li');
      option.role = 'option';
      option.id = `${list.id}-${i}`;
      option.append(one.name);
      if (one.more) {
        const more = document.createElement('small');
        more.textContent = one.more;
        option.append(more);
      }
      option.addEventListener('mousemove', () => at !== i && mark(i));
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => choose(found[i]));
      return option;
    }));
    none.hidden = found.length > 0;
    mark(0);
  };
  const mark = i => {
    at = Math.max(0, Math.min(i, found.length - 1));
    [...list.children].forEach((option, j) => option.setAttribute('aria-selected', j === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    if (found.length)
      input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
    else
      input.removeAttribute('aria-activedescendant');
  };
  const look = async () => {
    const mine = ++latest, answer = await find(input.value.trim());
    if (mine !== latest || !answer)
      return;
    found = answer;
    show();
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (waiting = 0, look()), 80);
  };

  input.addEventListener('input', soon);
  input.addEventListener('keydown', async event => {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    if (moves[event.key]) {
      event.preventDefault();
      mark(at + moves[event.key]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (waiting) // what was typed last is what is meant
        clearTimeout(waiting), waiting = 0, await look();
      if (found[at])
        choose(found[at]);
    } else if (event.key === 'Escape' && leave) {
      event.preventDefault();
      leave();
    }
  });
  return { begin: () => (input.value = '', look()) };
}
