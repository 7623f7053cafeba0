// Comforts of the pages about cases; every page works without them.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // The talk stays at its newest line, unless somebody has scrolled up to read.
  let atBottom = true;
  const talk = () => document.querySelector('[data-bottom]');
  const down = () => { const box = talk(); if (box && atBottom) box.scrollTop = box.scrollHeight; };
  document.addEventListener('scroll', event => {
    const box = talk();
    if (box && event.target === box) atBottom = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  }, true);

  // How long the platform's window stays open.
  const rest = () => all('[data-until]').forEach(time => {
    const left = Math.max(0, Math.floor((new Date(time.dataset.until) - Date.now()) / 1000));
    const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
    time.textContent = `${hours}:${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`;
  });

  // What waits stands in the page's title; a tone when it has become more.
  const title = document.title;
  let waiting = null, ear = null;
  const hasSound = () => localStorage.getItem('chatbot-sound') === '1';
  const ring = () => {
    if (!ear) return;
    const [tone, loud] = [ear.createOscillator(), ear.createGain()];
    tone.connect(loud).connect(ear.destination);
    tone.frequency.value = 660;
    loud.gain.setValueAtTime(.15, ear.currentTime);
    loud.gain.exponentialRampToValueAtTime(.001, ear.currentTime + .4);
    tone.start();
    tone.stop(ear.currentTime + .4);
  };
  // In a list, what it says itself; in a talk, what the citizen has written since somebody last looked at this window.
  let readUntil = '';
  const waits = () => {
    const tabs = document.querySelector('[data-waiting]');
    if (tabs) return Number(tabs.dataset.waiting);
    const said = all('.case-citizen time').map(time => time.dateTime);
    if (!document.hidden) readUntil = said.at(-1) ?? '';
    return said.filter(time => time > readUntil).length;
  };
  const count = () => {
    const now = waits();
    document.title = now > 0 ? `(${now}) ${title}` : title;
    if (waiting !== null && now > waiting && hasSound()) ring();
    waiting = now;
  };
  document.addEventListener('visibilitychange', count);
  const sound = document.querySelector('[data-sound]');
  if (sound && window.AudioContext) {
    const show = () => sound.setAttribute('aria-pressed', hasSound() ? 'true' : 'false');
    sound.hidden = false;
    show();
    sound.addEventListener('click', () => {
      ear ??= new AudioContext();
      localStorage.setItem('chatbot-sound', hasSound() ? '0' : '1');
      show();
      if (hasSound()) ring();
    });
    // Browsers let a page sound only after somebody has touched it.
    document.addEventListener('pointerdown', () => { if (hasSound()) ear ??= new AudioContext(); });
  }

  // Ticked rows stay ticked when the rows are exchanged.
  let ticked = [];
  const tick = () => ticked.forEach(value => { const box = document.querySelector(`input[name="case"][value="${CSS.escape(value)}"]`); if (box) box.checked = true; });
  document.addEventListener('htmx:sseBeforeMessage', () => { ticked = all('input[name="case"]:checked').map(box => box.value); });
  document.addEventListener('htmx:sseMessage', () => { tick(); down(); rest(); count(); });
  document.addEventListener('htmx:afterSettle', () => { down(); rest(); count(); });

  // What somebody is writing survives another press on the same page; it is forgotten when it was sent.
  const form = document.querySelector('[data-draft]');
  const text = form?.querySelector('textarea');
  const changed = () => { text.dispatchEvent(new Event('input', { bubbles: true })); text.focus(); };
  if (text) {
    const key = `chatbot-draft-${form.dataset.draft}`;
    if (/[?&]done=(sent|submitted|held)/.test(location.search)) sessionStorage.removeItem(key);
    if (!text.value) text.value = sessionStorage.getItem(key) ?? '';
    text.addEventListener('input', () => text.value ? sessionStorage.setItem(key, text.value) : sessionStorage.removeItem(key));
    text.addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector('button[name="purpose"]')); });
  }
  const insert = words => {
    if (!text) return;
    text.setRangeText((text.value && !text.value.endsWith('\n') ? '\n' : '') + words, text.selectionStart, text.selectionEnd, 'end');
    changed();
  };
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-insert]');
    if (button) insert(document.getElementById(button.dataset.insert).textContent);
    const link = event.target.closest('[data-fill]');
    if (!link || !text) return;
    event.preventDefault();
    const answer = await fetch(link.dataset.fill);
    if (answer.ok) insert(await answer.text());
  });

  addEventListener('pageshow', () => { if (form) delete form.dataset.sent; });   // also when "back" brings the page as it was

  // A second press of the same button does nothing; the server would take it as the first.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    if (event.target.dataset.sent) event.preventDefault();
    else if (event.target.hasAttribute('data-draft') && !event.submitter?.formAction.endsWith('/preview-page')) event.target.dataset.sent = '1';
  });

  down();
  rest();
  count();
  setInterval(rest, 1000);
})();
