// Read-only diagrams in the reader's language: the path taken, or two versions side by side. The same content is always
// on the page as a list or a table, so the drawing itself is hidden from assistive technology.
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import { BpmnModdle } from 'bpmn-moddle';
import { diff } from 'bpmn-js-differ';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { translateLabels } from './lib/labels.js';

const lang = document.documentElement.lang;
const moddle = new BpmnModdle({ camunda });
const colors = { bpmnRenderer: { defaultFillColor: '#fff', defaultStrokeColor: '#565f65', defaultLabelColor: '#212d35' } };
const noise = /Participant|Lane|Process|Collaboration/;

async function load(url) {
  const answer = await fetch(url, { headers: { Accept: 'application/xml, text/xml' } });
  if (!answer.ok) throw new Error(`diagram ${answer.status}`);
  return moddle.fromXML(await answer.text());
}
async function open(canvasElement, url) {
  const { rootElement, elementsById } = await load(url);
  translateLabels(elementsById, lang);
  const viewer = new Viewer({ container: canvasElement, moddleExtensions: { camunda }, ...colors });
  await viewer.importDefinitions(rootElement);
  const svg = canvasElement.querySelector('.djs-container svg');
  svg?.setAttribute('aria-hidden', 'true'); svg?.setAttribute('tabindex', '-1');
  return { viewer, rootElement };
}
const fit = (viewer) => viewer.get('canvas').zoom('fit-viewport', 'auto');
const ids = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean);
const json = (el, name) => { const s = el.querySelector(`script[data-json=${name}]`); return (s && JSON.parse(s.textContent)) || {}; };

async function path(el) {
  const { viewer } = await open(el.querySelector('[data-canvas]'), el.dataset.xmlUrl);
  const canvas = viewer.get('canvas'); const registry = viewer.get('elementRegistry'); const overlays = viewer.get('overlays');
  const done = ids(el.dataset.done); const active = ids(el.dataset.active); const counts = json(el, 'counts');
  if (done.length || active.length) registry.forEach((e) => { if (!done.includes(e.id) && !active.includes(e.id) && e.type !== 'label' && !noise.test(e.type)) canvas.addMarker(e, 'vv-off'); });
  done.forEach((id) => registry.get(id) && canvas.addMarker(id, 'vv-taken'));
  active.forEach((id) => registry.get(id) && canvas.addMarker(id, 'vv-active'));
  for (const [id, text] of Object.entries(counts)) {
    if (!registry.get(id)) continue;
    const note = document.createElement('div'); note.className = 'vv-ov' + (active.includes(id) ? ' vv-ov--active' : ''); note.textContent = text;
    overlays.add(id, { position: { bottom: 10, left: 8 }, html: note });
  }
  fit(viewer);
  const here = registry.get(active[0]);
  if (innerWidth < 640 && here) { // a phone starts where the case is
    const k = 0.62; const { outer } = canvas.viewbox();
    canvas.viewbox({ x: here.x + here.width / 2 - outer.width / k / 2, y: here.y + here.height / 2 - outer.height / k / 2, width: outer.width / k, height: outer.height / k });
  }
  el.addEventListener('click', (e) => {
    const zoom = e.target.closest('[data-zoom]')?.dataset.zoom; if (!zoom) return;
    if (zoom === 'fit') fit(viewer); else canvas.zoom(canvas.zoom() * (zoom === 'in' ? 1.25 : 0.8));
  });
}

async function compare(el) {
  const [left, right] = el.querySelectorAll('[data-canvas]');
  const before = await load(left.dataset.xmlUrl); const after = await load(right.dataset.xmlUrl);
  const changes = diff(before.rootElement, after.rootElement); // before labels are translated, or every name would differ
  const a = (await open(left, left.dataset.xmlUrl)).viewer; const b = (await open(right, right.dataset.xmlUrl)).viewer;
  const mark = (viewer, list, cls) => list.forEach((id) => viewer.get('elementRegistry').get(id) && viewer.get('canvas').addMarker(id, cls));
  mark(a, Object.keys(changes._removed), 'vv-removed'); mark(b, Object.keys(changes._added), 'vv-added');
  const node = (id) => { const e = b.get('elementRegistry').get(id); return e && !e.waypoints && !noise.test(e.type); };
  for (const viewer of [a, b]) mark(viewer, Object.keys(changes._changed).filter(node), 'vv-changed');
  fit(a); fit(b);
  const sync = (from, to) => from.on('canvas.viewbox.changed', ({ viewbox }) => { if (to.busy) return; from.busy = true; to.get('canvas').viewbox({ x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height }); from.busy = false; });
  sync(a, b); sync(b, a);
}

function mount() {
  for (const el of document.querySelectorAll('[data-island=diagram], [data-island=compare]')) {
    if (el.dataset.mounted) continue;
    el.dataset.mounted = 'true';
    (el.dataset.island === 'compare' ? compare(el) : path(el)).then(
      () => { el.dataset.ready = 'true'; },
      (fault) => {
        console.error(fault); el.dataset.state = 'failed';
        const p = document.createElement('p'); p.className = 'vv-dim'; p.setAttribute('role', 'status'); p.textContent = el.dataset.failed ?? ''; el.prepend(p);
      });
  }
}
mount();
document.addEventListener('htmx:afterSettle', mount); // a part of the case page may bring a diagram
