// Small comforts; every page works without them.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  navigator.clipboard.writeText(source.value ?? source.textContent).then(() => { button.textContent = button.dataset.copied; });
});
document.addEventListener('submit', event => {
  const question = event.target.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
// What was chosen while a search was under way stays chosen when its answer comes.
let chosen = [];
document.addEventListener('htmx:beforeSwap', event => {
  chosen = [...event.detail.target.querySelectorAll('input[type="radio"]:checked')].map(box => `input[type="radio"][name="${CSS.escape(box.name)}"][value="${CSS.escape(box.value)}"]`);
});
document.addEventListener('htmx:afterSwap', () => {
  chosen.map(one => document.querySelector(one)).forEach(box => { if (box) box.checked = true; });
  chosen = [];
});
