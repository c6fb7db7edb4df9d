// The paper's one button; whoever came by the key P wants to print at once.
const button = document.querySelector('[data-print]');
button.hidden = false;
button.addEventListener('click', () => print());
