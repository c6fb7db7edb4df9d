// What is typed is kept on the server: a moment after the last key, and at the latest when the page is left.
export function keeper(root, url, { words, minds }) {
  let waiting = 0, sending = false, onItsWay = null;
  const keep = (...more) => {
    clearTimeout(waiting);
    waiting = 0;
    const mine = onItsWay = fetch(url, { method: 'POST', body: words(...more), keepalive: true })
      .catch(() => sending || later(5000)).finally(() => onItsWay = onItsWay === mine ? null : onItsWay);
  };
  // One after the other: what is kept first must not arrive last.
  const keepInTurn = () => onItsWay ? later(200) : keep();
  const later = time => {
    clearTimeout(waiting);
    waiting = setTimeout(keepInTurn, time);
  };
  for (const event of ['input', 'change'])
    root.addEventListener(event, e => !sending && minds(e.target) && later(800));
  for (const event of ['pagehide', 'visibilitychange'])
    (event === 'pagehide' ? window : document).addEventListener(event, () => waiting && !sending && keep());
  // What is kept arrives before what is sent, or it would be found there again afterwards as a draft.
  root.addEventListener('submit', event => {
    if (!onItsWay)
      return;
    const { target, submitter } = event;
    event.preventDefault();
    event.stopImmediatePropagation();
    Promise.race([onItsWay, new Promise(passed => setTimeout(passed, 2000))]).then(() => {
      onItsWay = null;
      target.requestSubmit(submitter);
    });
  }, true);
  return {
    keep,
    get isWaiting() { return waiting !== 0; },
    ends() {
      clearTimeout(waiting);
      sending = true;
    },
  };
}
