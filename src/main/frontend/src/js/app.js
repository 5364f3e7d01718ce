// What every page needs: Designsystemet's parts, htmx, shortcuts, selection, copying, small helpers.
import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/ds-error-summary';
import '@digdir/designsystemet-web/ds-field';
import '@digdir/designsystemet-web/invokers';
import '@digdir/designsystemet-web/popover';
import '@digdir/designsystemet-web/ds-tabs';
import '@digdir/designsystemet-web/toggle-group';
import htmx from 'htmx.org';

window.dsWarnings = false;
window.htmx = htmx;

const $ = (s, r = document) => r.querySelector(s);
const $$ = (s, r = document) => [...r.querySelectorAll(s)];
const say = (text) => { const m = $('#messages'); if (m) { m.textContent = ''; setTimeout(() => { m.textContent = text; }, 50); } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* storage blocked */ } };
const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

/* htmx: the CSRF header on every request that changes something */
document.addEventListener('htmx:configRequest', (e) => {
  const csrf = $('meta[name=_csrf]');
  if (csrf && e.detail.verb !== 'get') e.detail.headers[csrf.dataset.header] = csrf.content;
});
// a session that ended answers with the sign-in page: go there instead of drawing it inside a list
document.addEventListener('htmx:beforeSwap', (e) => {
  if (e.detail.xhr.responseURL && new URL(e.detail.xhr.responseURL).pathname === '/login') { e.detail.shouldSwap = false; location.reload(); }
});
document.addEventListener('htmx:afterSettle', (e) => { count(); if (e.detail.target?.id === 'case-body') $('#part-h')?.focus(); });

/* single-key shortcuts, which can be turned off (WCAG 2.1.4) */
const keys = $('#shortcut-switch');
if (keys) {
  keys.checked = kept('vegvisar-keys') !== 'off';
  keys.addEventListener('change', () => keep('vegvisar-keys', keys.checked ? 'on' : 'off'));
}
const typing = (el) => el.closest?.('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], dialog, .bjs-container, .bio-properties-panel');
const rows = () => $$('[data-row]');
let cur = -1;
let last = 0;
function go(i) {
  const r = rows(); if (!r.length) return;
  cur = Math.max(0, Math.min(r.length - 1, i));
  r.forEach((x, j) => x.toggleAttribute('data-active', j === cur));
  $('a', r[cur])?.focus({ preventScroll: true }); r[cur].scrollIntoView({ block: 'nearest' });
}
document.addEventListener('focusin', (e) => { const r = e.target.closest('[data-row]'); if (r) { const all = rows(); cur = all.indexOf(r); all.forEach((x) => x.toggleAttribute('data-active', x === r)); } });
document.addEventListener('keydown', (e) => {
  if (e.altKey || e.metaKey) return;
  if (e.ctrlKey) {
    const b = e.key === 's' ? $('[data-key="ctrl+s"]') : e.key === 'Enter' ? $('[data-key="ctrl+enter"]') : null;
    if (b) { e.preventDefault(); b.click(); }
    return;
  }
  if (!keys?.checked || typing(e.target)) return;
  const r = rows()[cur];
  const box = (x) => $('input[type=checkbox]', x);
  const page = (dir) => $(`[data-page=${dir}]`)?.click(); // on a task page J and K go to the next and previous task
  const act = {
    j: () => (rows().length ? go(cur + 1) : page('next')), k: () => (rows().length ? go(cur - 1) : page('prev')),
    x: () => { if (r) { box(r)?.click(); last = cur; } },
    X: () => { if (r) rows().slice(Math.min(last, cur), Math.max(last, cur) + 1).forEach((row) => { const c = box(row); if (c && !c.checked) c.click(); }); },
    c: () => (r ? $('[data-action=claim]', r) : rows().length ? null : $('[data-action=claim]'))?.click(),
    f: () => $('#worklist-filter')?.focus(),
    '/': () => $('#case-search')?.focus(),
    '?': () => $('#shortcuts')?.showModal(),
  }[e.key];
  if (act) { e.preventDefault(); act(); }
});

/* selection and what can be done with it */
function count() {
  const bulk = $('#bulk'); if (!bulk) return;
  const boxes = $$('[data-row] input[type=checkbox]'); const on = boxes.filter((c) => c.checked);
  boxes.forEach((c) => c.closest('[data-row]').toggleAttribute('data-selected', c.checked));
  bulk.hidden = !on.length;
  const n = $('.vv-bulk__n', bulk); n.textContent = n.dataset.template.replace('{n}', on.length);
  const all = $('[data-selectall]'); if (all) { all.checked = on.length > 0 && on.length === boxes.length; all.indeterminate = on.length > 0 && !all.checked; }
}
document.addEventListener('change', (e) => {
  const t = e.target;
  if (t.matches('[data-selectall]')) $$('[data-row] input[type=checkbox]').forEach((c) => { c.checked = t.checked; });
  if (t.matches('[data-row] input[type=checkbox], [data-selectall]')) count();
  if (t.name === 'density') { document.body.toggleAttribute('data-compact', t.value === 'compact'); keep('vegvisar-density', t.value); }
  if (t.matches('[data-goto]')) location.assign(t.value);
  if (t.matches('[data-submit]')) t.form.requestSubmit();
});
// a file that is too large is told at its field, and nothing is sent and lost
document.addEventListener('change', (e) => {
  const input = e.target;
  if (!input.matches('input[type=file][data-most]:not([data-attach])')) return;
  const large = [...input.files].find((file) => file.size > Number(input.dataset.most));
  const text = large ? input.dataset.toolarge.replace('{n}', large.name) : '';
  let note = $(`#${input.id}-toolarge`);
  if (!note) {
    note = document.createElement('p'); note.id = `${input.id}-toolarge`; note.className = 'ds-validation-message'; note.setAttribute('role', 'alert');
    input.after(note); input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
  }
  note.textContent = text; note.hidden = !large;
  input.setCustomValidity(text); input.removeAttribute('aria-invalid');
  if (large) input.setAttribute('aria-invalid', 'true');
});
document.addEventListener('click', (e) => {
  const copy = e.target.closest('[data-copy]');
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => say($('#messages')?.dataset.copied ?? ''));
  if (e.target.closest('[data-clear]')) { $$('[data-row] input:checked').forEach((c) => { c.checked = false; }); count(); go(Math.max(cur, 0)); }
});
// the rows lie in their own forms, so the bulk forms take the chosen ones along when they are sent
document.addEventListener('submit', (e) => {
  if (!$('[data-bulksubmit]', e.target)) return;
  $$('input[name=task][type=hidden]', e.target).forEach((i) => i.remove());
  $$('[data-row] input[name=task]:checked').forEach((c) => { const i = document.createElement('input'); i.type = 'hidden'; i.name = 'task'; i.value = c.value; e.target.append(i); });
});
const density = kept('vegvisar-density');
if (density === 'compact') { const d = $('input[name=density][value=compact]'); if (d) { d.checked = true; document.body.toggleAttribute('data-compact', true); } }
count();

/* where the language form returns to, links that need script, what to look at first */
$$('[data-here]').forEach((i) => { i.value = location.pathname + location.search; });
$$('[data-noscript]').forEach((b) => { b.hidden = true; });
$('[data-autofocus]')?.focus();
