// BPMN editor for coordinators: bpmn-js with the properties panel and the checks the server runs again.
import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule } from 'bpmn-js-properties-panel';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';

const sprite = document.documentElement.dataset.icons;
const $ = (s, r = document) => r.querySelector(s);

async function start(host) {
  const texts = JSON.parse($('script[data-json=texts]', host).textContent);
  const translate = { translate: ['value', (s, v = {}) => (texts.words?.[s] || s).replace(/{([^}]+)}/g, (_, k) => v[k] ?? `{${k}}`)] };
  const canvasElement = $('[data-canvas]', host);
  const modeler = new Modeler({
    container: canvasElement, propertiesPanel: { parent: $('[data-properties]', host) }, moddleExtensions: { camunda },
    additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule, CamundaBehaviors, CreateAppendAnythingModule, translate],
  });
  const canvas = modeler.get('canvas'); const registry = modeler.get('elementRegistry');

  function check() {
    const found = []; const add = (level, e, key) => found.push({ level, id: e.id, name: e.businessObject.name || e.id, text: texts.problems[key] });
    registry.forEach((e) => {
      const b = e.businessObject; if (e.type === 'label' || e.labelTarget) return;
      if (e.type === 'bpmn:UserTask') {
        if (!b.get('camunda:candidateGroups') && !b.get('camunda:assignee')) add('error', e, 'group');
        if (!b.get('camunda:formRef') && !b.get('camunda:formKey')) add('error', e, 'form');
        if (!b.get('camunda:dueDate')) add('warning', e, 'deadline');
      }
      if (/Task$|CallActivity$/.test(e.type) && !b.name) add('error', e, 'name');
      if (/ExclusiveGateway$/.test(e.type) && (b.outgoing || []).length > 1) {
        if (!b.name) add('warning', e, 'question');
        if (b.outgoing.some((f) => !f.conditionExpression && b.default !== f)) add('error', e, 'condition');
      }
      if (/Task$|Gateway$|Activity$/.test(e.type) && !(b.incoming || []).length && !b.isForCompensation) add('error', e, 'loose');
    });
    found.sort((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1));
    const errors = found.filter((p) => p.level === 'error').length;
    $('[data-count=error]', host).textContent = errors; $('[data-count=warning]', host).textContent = found.length - errors;
    $('[data-problems]', host).replaceChildren(...found.map((p) => {
      const li = document.createElement('li'); li.dataset.level = p.level;
      const b = document.createElement('button'); b.type = 'button'; b.className = 'vv-problem vv-foc';
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.setAttribute('class', 'vv-icon'); svg.setAttribute('aria-hidden', 'true');
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use'); use.setAttribute('href', `${sprite}#${p.level === 'error' ? 'XMarkOctagonFill' : 'ExclamationmarkTriangleFill'}`); svg.append(use);
      const span = document.createElement('span'); const strong = document.createElement('strong'); strong.textContent = p.name;
      const sr = document.createElement('span'); sr.className = 'ds-sr-only'; sr.textContent = ` ${texts[p.level]}: `; span.append(strong, sr, ' ', p.text); b.append(svg, span);
      b.addEventListener('click', () => { const e = registry.get(p.id); modeler.get('selection').select(e); canvas.scrollToElement(e, 120); });
      li.append(b); return li;
    }));
    registry.forEach((e) => { for (const cls of ['vv-bad', 'vv-warn']) if (canvas.hasMarker(e, cls)) canvas.removeMarker(e, cls); });
    found.forEach((p) => canvas.addMarker(p.id, p.level === 'error' ? 'vv-bad' : 'vv-warn'));
  }

  // beside the palette, not under it
  function fit() {
    canvas.resized(); const { inner, outer } = canvas.viewbox(); const left = innerWidth > 1000 ? 124 : 16; const pad = 20;
    if (!inner.width) return;
    const k = Math.min((outer.width - left - pad) / inner.width, (outer.height - 2 * pad) / inner.height);
    canvas.viewbox({ x: inner.x - left / k, y: inner.y - (outer.height / k - inner.height) / 2, width: outer.width / k, height: outer.height / k });
  }

  async function show(xml) {
    await modeler.importXML(xml);
    fit();
    check();
    const svg = $('.djs-container svg', canvasElement);
    // a canvas with its own shortcuts needs a name; its palette needs words
    svg?.setAttribute('aria-label', host.dataset.label); svg?.setAttribute('role', 'application');
    const entries = modeler.get('palette').getEntries();
    canvasElement.querySelectorAll('.djs-palette .entry').forEach((e) => { e.setAttribute('role', 'button'); e.setAttribute('aria-label', entries[e.dataset.action]?.title || e.dataset.action); });
  }

  modeler.get('eventBus').on('commandStack.changed', check);
  // what was drawn and refused comes back with the page
  const drawn = document.getElementById(host.dataset.form)?.elements.xml?.value;
  if (drawn) {
    await show(drawn);
  } else if (host.dataset.xmlUrl) {
    const answer = await fetch(host.dataset.xmlUrl, { headers: { Accept: 'application/xml, text/xml' } });
    if (!answer.ok) throw new Error(`model ${answer.status}`);
    await show(await answer.text());
  } else {
    await modeler.createDiagram(); check();
  }
  $('[data-undo]', host)?.addEventListener('click', () => modeler.get('commandStack').undo());
  $('[data-redo]', host)?.addEventListener('click', () => modeler.get('commandStack').redo());
  $('[data-file]', host)?.addEventListener('change', async (e) => {
    const [file] = e.target.files; if (!file) return;
    try { await show(await file.text()); } catch (fault) { console.error(fault); $('[data-message]', host).textContent = texts.unreadable; }
  });
  $('[data-download]', host)?.addEventListener('click', async () => {
    const { xml } = await modeler.saveXML({ format: true });
    const url = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
    const a = document.createElement('a'); a.href = url; a.download = host.dataset.filename || 'process.bpmn'; a.click(); URL.revokeObjectURL(url);
  });
  // the form is sent only after the drawing has been written into it
  const form = document.getElementById(host.dataset.form);
  form?.addEventListener('submit', async (e) => {
    if (form.dataset.written) return;
    e.preventDefault();
    const submitter = e.submitter;
    const { xml } = await modeler.saveXML({ format: true });
    form.elements.xml.value = xml; form.dataset.written = 'true';
    setTimeout(() => form.requestSubmit(submitter ?? undefined)); // not while the browser is still sending the first time
  });
  host.dataset.ready = 'true';
}

for (const host of document.querySelectorAll('[data-island=modeler]')) {
  start(host).catch((fault) => { console.error(fault); const m = $('[data-message]', host); if (m) m.textContent = host.dataset.failed ?? ''; });
}
