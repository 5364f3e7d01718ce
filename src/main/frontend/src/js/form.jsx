/** @jsxImportSource preact */
// The form island: form-js runs the model's form, our own field pack draws it with Designsystemet markup. Nothing is
// validated before the first try to send; after that on blur. The server checks the same schema again and has the last word.
import { Form, LocalExpressionContext, RepeatRenderManager, buildExpressionContext, formFields } from '@bpmn-io/form-js-viewer';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';

const host = document.querySelector('[data-island=form]');
const sprite = document.documentElement.dataset.icons;
const texts = Object.fromEntries([...(host?.querySelectorAll('[data-texts] [data-key]') ?? [])].map((d) => [d.dataset.key, d.dataset.text]));
const fill = (s, values) => Object.entries(values).reduce((o, [k, v]) => o.replaceAll(`{${k}}`, v), s ?? '');
const state = { tried: false, form: null, typed: new Map(), server: new Map() };

/* ---------- fields ---------- */
const keyOf = (field, indexes) => [field.id, ...Object.values(indexes ?? {})].join('_');
const labelOf = (f) => f.dateLabel || f.label || '';
const optionsOf = (f) => {
  const raw = f.values || (f.valuesKey && state.form?._getState().initialData?.[f.valuesKey]) || [];
  return raw.map((o) => (typeof o === 'object' ? { ...o, description: o.description ?? f.properties?.[`option.${o.value}.hint`] } : { value: o, label: String(o) }));
};
const problems = (p) => (state.tried ? p.errors ?? [] : []);
// the room left is told when it is small or running out, not under every long field
const counts = (p) => { const max = p.field.type === 'textarea' && p.field.validate?.maxLength; return max && (max <= 500 || max - (p.value ?? '').length < 300); };
const ids = (p) => {
  const d = p.field.description && `${p.domId}-description`; const e = problems(p).length > 0 && `${p.domId}-error`; const c = counts(p) && `${p.domId}-count`;
  return { d, e, c, by: [d, c, e].filter(Boolean).join(' ') || undefined };
};
const Problem = ({ p }) => { const { e } = ids(p); return e ? <p class="ds-validation-message" id={e}>{problems(p)[0]}</p> : null; };
const Help = ({ p }) => { const { d } = ids(p); return d ? <p data-field="description" id={d}>{p.field.description}</p> : null; };
const Optional = ({ f }) => (f.validate?.required ? null : <span class="vv-dim vv-opt"> ({f.properties?.recommended ? texts.recommended.toLowerCase() : texts.optional})</span>);
const invalid = (p) => (problems(p).length ? 'true' : undefined);
const common = (p) => ({ id: p.domId, class: 'ds-input', disabled: p.disabled, readOnly: p.readonly, 'aria-invalid': invalid(p), 'aria-describedby': ids(p).by, 'aria-required': p.field.validate?.required || undefined });
const isOn = (v) => v === true || v === 'true' || v === '1' || v === '2' || v === '3';

function TextLine(p) {
  const { field: f, value } = p;
  return (
    <div class="ds-field vv-f">
      <label for={p.domId}>{f.label}<Optional f={f} /></label>
      <Help p={p} />
      <input {...common(p)} type="text" autoComplete="off" value={value ?? ''} onBlur={p.onBlur} onInput={(e) => p.onChange({ value: e.target.value || null })} />
      <Problem p={p} />
    </div>
  );
}
function TextArea(p) {
  const { field: f, value } = p; const max = f.validate?.maxLength; const left = max - (value ?? '').length;
  return (
    <div class="ds-field vv-f vv-f--textarea">
      <label for={p.domId}>{f.label}<Optional f={f} /></label>
      <Help p={p} />
      <textarea {...common(p)} rows={Number(f.properties?.rows) || 4} value={value ?? ''} onBlur={p.onBlur} onInput={(e) => p.onChange({ value: e.target.value || null })} />
      {counts(p) ? <p class="vv-dim vv-small" id={ids(p).c} data-over={left < 0 || undefined}>{fill(texts.left, { n: left })}</p> : null}
      <Problem p={p} />
    </div>
  );
}
// The text stays as typed: "3," is on its way to "3,5"
function NumberLine(p) {
  const { field: f, value } = p; const key = keyOf(f, p.indexes);
  const show = (v) => (v === null || v === undefined ? '' : String(v).replace('.', ','));
  const [text, setText] = useState(show(value));
  const put = (s) => {
    setText(s); const clean = s.trim().replace(/\s/g, '').replace(',', '.'); const n = clean === '' ? null : Number(clean);
    if (Number.isNaN(n)) state.typed.set(key, 'err.number'); else state.typed.delete(key);
    p.onChange({ value: Number.isNaN(n) ? null : n });
  };
  return (
    <div class="ds-field vv-f vv-f--number">
      <label for={p.domId}>{f.label}<Optional f={f} /></label>
      <Help p={p} />
      <input {...common(p)} type="text" inputMode="decimal" autoComplete="off" value={text} onBlur={p.onBlur} onInput={(e) => put(e.target.value)} />
      <Problem p={p} />
    </div>
  );
}
// Dates are typed as dd.mm.yyyy: a native date field shows the browser's own order, and 12/11 is not safe in a clinic
const fromIso = (v) => (v ? v.slice(0, 10).split('-').reverse().join('.') : '');
const toIso = (s) => {
  const m = s.trim().match(/^(\d{1,2})[.\/\- ]?(\d{1,2})[.\/\- ]?(\d{4}|\d{2})$/); if (!m) return null;
  const d = new Date(`${m[3].length === 2 ? '20' + m[3] : m[3]}-${m[2].padStart(2, '0')}-${m[1].padStart(2, '0')}T00:00:00Z`);
  return Number.isNaN(+d) || d.getUTCDate() !== +m[1] ? null : d.toISOString().slice(0, 10);
};
const toTime = (s) => { const m = s.trim().match(/^(\d{1,2})(?:[.: ]?(\d{2}))?$/); return m && +m[1] < 24 && +(m[2] ?? 0) < 60 ? `${m[1].padStart(2, '0')}:${m[2] ?? '00'}` : null; };
function DateLine(p) {
  const { field: f, value } = p; const key = keyOf(f, p.indexes); const both = f.subtype === 'datetime'; const onlyTime = f.subtype === 'time';
  const [date, setDate] = useState(onlyTime ? '' : fromIso(value)); const [time, setTime] = useState(onlyTime ? value ?? '' : value?.slice(11, 16) ?? ''); const calendar = useRef();
  const put = (d, t) => {
    setDate(d); setTime(t); const iso = toIso(d); const clock = toTime(t);
    const wrong = !onlyTime && d.trim() && !iso ? 'err.date' : (both || onlyTime) && t.trim() && !clock ? 'err.time' : both && iso && !t.trim() ? 'err.time' : both && clock && !d.trim() ? 'err.date' : null;
    if (wrong) state.typed.set(key, wrong); else state.typed.delete(key);
    p.onChange({ value: wrong ? null : onlyTime ? clock : both ? (iso && clock ? `${iso}T${clock}` : null) : iso });
  };
  const tidy = () => { const iso = toIso(date); if (iso) setDate(fromIso(iso)); const clock = toTime(time); if (clock) setTime(clock); p.onBlur(); };
  const dateInput = (id) => (
    <div class="vv-date">
      <input {...common(p)} id={id} type="text" inputMode="numeric" autoComplete="off" value={date} onInput={(e) => put(e.target.value, time)} onBlur={tidy} />
      {p.readonly || p.disabled ? null : <button class="ds-button" data-variant="tertiary" data-icon type="button" aria-label={`${texts.calendar}: ${labelOf(f)}`} onClick={() => calendar.current.showPicker?.()}><svg class="vv-icon" aria-hidden="true"><use href={`${sprite}#Calendar`} /></svg></button>}
      <input class="vv-date__native" type="date" tabIndex={-1} aria-hidden="true" ref={calendar} value={toIso(date) ?? ''} onChange={(e) => put(fromIso(e.target.value), time)} />
    </div>
  );
  if (both) {
    return (
      <fieldset class="ds-fieldset vv-f" aria-describedby={ids(p).by}>
        <legend>{labelOf(f)}<Optional f={f} /></legend>
        <Help p={p} />
        <div class="vv-datetime">
          <div class="ds-field"><label for={p.domId}>{texts.day}</label>{dateInput(p.domId)}</div>
          <div class="ds-field"><label for={`${p.domId}-time`}>{texts.time}</label><input {...common(p)} id={`${p.domId}-time`} class="ds-input vv-time" type="text" inputMode="numeric" autoComplete="off" value={time} onInput={(e) => put(date, e.target.value)} onBlur={tidy} /></div>
        </div>
        <Problem p={p} />
      </fieldset>
    );
  }
  return (
    <div class="ds-field vv-f">
      <label for={p.domId}>{labelOf(f)} <span class="vv-opt vv-dim">({onlyTime ? texts.time : texts.date}{f.validate?.required ? '' : `, ${texts.optional}`})</span></label>
      <Help p={p} />
      {onlyTime ? <input {...common(p)} class="ds-input vv-time" type="text" inputMode="numeric" autoComplete="off" value={time} onInput={(e) => put(date, e.target.value)} onBlur={tidy} /> : dateInput(p.domId)}
      <Problem p={p} />
    </div>
  );
}
function Choice(p) {
  const { field: f, domId, disabled, readonly } = p; const multi = f.type === 'checklist'; const value = multi ? p.value || [] : p.value;
  return (
    <fieldset class="ds-fieldset vv-f" id={domId} tabIndex={-1} aria-describedby={ids(p).by}>
      <legend>{f.label}<Optional f={f} /></legend>
      <Help p={p} />
      <div class={`vv-choices${isOn(f.properties?.cards) ? ' vv-choices--cards' : ''}${isOn(f.properties?.cols) ? ' vv-choices--cols' : ''}`}>
        {optionsOf(f).map((o, i) => (
          <div class="ds-field" key={o.value}>
            <input class="ds-input" type={multi ? 'checkbox' : 'radio'} id={`${domId}-${i}`} name={domId} disabled={disabled || readonly} checked={multi ? value.includes(o.value) : value === o.value} onBlur={p.onBlur} aria-invalid={invalid(p)} aria-describedby={ids(p).e || undefined}
              onChange={() => p.onChange({ value: multi ? (value.includes(o.value) ? value.filter((v) => v !== o.value) : [...value, o.value]) : o.value })} />
            <label for={`${domId}-${i}`}>{o.label}</label>
            {o.description ? <div data-field="description">{o.description}</div> : null}
          </div>
        ))}
      </div>
      <Problem p={p} />
    </fieldset>
  );
}
function Check(p) {
  const { field: f, domId, value, disabled, readonly } = p;
  return (
    <div class="ds-field vv-f">
      <input class="ds-input" type="checkbox" id={domId} checked={!!value} disabled={disabled || readonly} onBlur={p.onBlur} aria-invalid={invalid(p)} aria-describedby={ids(p).by} onChange={(e) => p.onChange({ value: e.target.checked })} />
      <label for={domId}>{f.label}</label>
      <Help p={p} /><Problem p={p} />
    </div>
  );
}
function Pick(p) {
  const { field: f, value, readonly } = p;
  return (
    <div class="ds-field vv-f">
      <label for={p.domId}>{f.label}<Optional f={f} /></label>
      <Help p={p} />
      <select {...common(p)} readOnly={undefined} disabled={p.disabled || readonly} onBlur={p.onBlur} onChange={(e) => p.onChange({ value: e.target.value || null })}>
        <option value="" selected={!value}>{texts.choose}</option>
        {optionsOf(f).map((o) => <option key={o.value} value={o.value} selected={o.value === value}>{o.label}</option>)}
      </select>
      <Problem p={p} />
    </div>
  );
}
// A text of the form, and under it what the server has put on the page for this place
function TextView(p) {
  const { field: f } = p; const place = useRef(); const name = f.properties?.slot;
  const replaced = name && document.getElementById(`slot-${name}`)?.dataset.slot === 'replaces'; // the page says the same in its own way
  useEffect(() => { const slot = name && document.getElementById(`slot-${name}`); if (slot && place.current) { slot.hidden = false; place.current.append(slot); } }, []);
  if (p.readonly && name && !document.getElementById(`slot-${name}`)) return null;
  return (
    <div class="vv-f vv-text">
      {(replaced ? '' : f.text ?? '').split(/\n{2,}/).filter(Boolean).map((t) => <p key={t}>{t.replace(/^#+\s*/, '').replace(/\*\*/g, '')}</p>)}
      {name ? <div ref={place} /> : null}
    </div>
  );
}

/* rows that can be added and removed */
function Row({ field, rowsRenderer: Rows, index, value, parent, indexes, ...rest }) {
  const context = { data: parent.data, this: value, parent: buildExpressionContext({ ...parent, data: parent.this }), i: [...parent.i, index + 1] };
  return <LocalExpressionContext.Provider value={context}><Rows {...rest} field={field} indexes={{ ...(indexes ?? {}), [field.id]: index }} /></LocalExpressionContext.Provider>;
}
const limit = (field, name, otherwise) => { const n = parseInt(field.properties?.[name], 10); return Number.isNaN(n) ? otherwise : n; };
const locked = () => !!state.form?._getState().properties.readOnly;
class Rows extends RepeatRenderManager {
  rowsOf(field, indexes) {
    const path = this._pathRegistry.getValuePath(field, { indexes });
    return path.reduce((o, k) => o?.[k], this._form._getState().data) ?? [];
  }

  Repeater(props) {
    const { RowsRenderer, field, indexes, useSharedState, ...rest } = props; const parent = useContext(LocalExpressionContext);
    const [shared, setShared] = useSharedState; const values = this.rowsOf(field, indexes); const drawing = shared.drawing ?? 0;
    const least = limit(field, 'minItems', 0);
    const remove = (i) => {
      setShared((s) => ({ ...s, drawing: drawing + 1 })); // rows below get new numbers, so what was typed in them is drawn anew from its value
      for (const key of [...state.typed.keys()]) if (field.components.some((c) => key.startsWith(`${c.id}_`))) state.typed.delete(key);
      props.onChange({ field, indexes, value: values.filter((_, j) => j !== i) });
    };
    return (
      <>
        {values.map((value, i) => (
          <div class="vv-rowbox" role="group" aria-label={fill(texts.row, { n: i + 1 })} key={`${drawing}-${i}`}>
            <div class="vv-rowbox__fields"><Row {...rest} field={field} rowsRenderer={RowsRenderer} index={i} value={value} parent={parent} indexes={indexes} /></div>
            {values.length > least && !locked() ? <button class="ds-button vv-sm" data-variant="tertiary" data-color="danger" type="button" onClick={() => remove(i)}><svg class="vv-icon" aria-hidden="true"><use href={`${sprite}#Trash`} /></svg>{fill(texts.remove, { n: i + 1 })}</button> : null}
          </div>
        ))}
      </>
    );
  }

  RepeatFooter(props) {
    const { field, indexes } = props; const values = this.rowsOf(field, indexes);
    const add = () => {
      const item = this._form._getInitializedFieldData(this._form._getState().data, { container: field, indexes: { ...indexes, [field.id]: values.length } });
      props.onChange({ field, indexes, value: [...values, item] });
      setTimeout(() => { const boxes = document.querySelectorAll(`[data-list="${field.id}"] .vv-rowbox`); boxes[boxes.length - 1]?.querySelector("input, select, textarea")?.focus(); }, 60);
    };
    if (locked() || values.length >= limit(field, 'maxItems', 50)) return null;
    return <button class="ds-button vv-sm" data-variant="secondary" type="button" onClick={add}><svg class="vv-icon" aria-hidden="true"><use href={`${sprite}#Plus`} /></svg>{texts.add}: {field.label}</button>;
  }
}
Rows.$inject = RepeatRenderManager.$inject;

// answers that are only read are text, not greyed-out controls
function Answer(p) {
  const { field: f, value } = p; const label = (v) => optionsOf(f).find((o) => o.value === v)?.label ?? v;
  const date = (v) => (f.subtype === 'time' ? v : `${fromIso(v)}${v.length > 10 ? ` ${v.slice(11, 16)}` : ''}`);
  const shown = !filled(value) ? '–' : f.type === 'checkbox' ? texts.yes : f.type === 'checklist' ? value.map(label).join(', ') : f.type === 'radio' || f.type === 'select' ? label(value) : f.type === 'datetime' ? date(value) : f.type === 'number' ? String(value).replace('.', ',') : value;
  return <dl class="vv-f vv-facts vv-answer"><div><dt>{labelOf(f)}</dt><dd>{String(shown).split('\n').map((line, i) => <span class="vv-block" key={i}>{line}</span>)}</dd></div></dl>;
}
const base = Object.fromEntries(formFields.map((f) => [f.config.type, f]));
// keep form-js' own config (create, keyed, empty value …); only the drawing is ours
const drawn = (type, C, config = {}) => { const X = (p) => (p.readonly && base[type].config.keyed ? <Answer {...p} /> : <C {...p} />); X.config = { ...base[type].config, ...config }; return X; };
// what the server says about a list as a whole stands until the list changes
const listProblem = (field) => { const said = state.server.get(field.path); return said && said.value === JSON.stringify(state.form._getState().data?.[field.path] ?? null) ? said.message : null; };
function List(p) {
  const Inner = base.dynamiclist;
  const said = state.tried && listProblem(p.field);
  return <section class="vv-f vv-list" id={`list-${p.field.id}`} data-list={p.field.id}><Help p={p} /><Inner {...p} field={{ ...p.field, showOutline: false }} />{said ? <p class="ds-validation-message">{said}</p> : null}</section>;
}
// what can wait is folded; its heading tells how much of it is answered
function Group(p) {
  const { field: f } = p; const Inner = base.group;
  if (f.properties?.folded !== 'true' || p.readonly) return <Inner {...p} />;
  const data = state.form?._getState().data ?? {};
  const inside = (f.components ?? []).filter((c) => c.key || c.path);
  const n = inside.filter((c) => filled(data[c.key || c.path])).length;
  return (
    <details class="vv-fold" id={`fold-${f.id}`}>
      <summary class="vv-fold__h vv-foc"><span>{f.label}</span> <span class="vv-dim vv-small vv-fold__n">{n ? fill(texts.meter, { n, total: inside.length }) : texts.optional}</span></summary>
      <Inner {...p} />
    </details>
  );
}
class Fields {
  constructor(fields) {
    const same = { sanitizeValue: ({ value }) => value };
    for (const [type, C, config] of [['textfield', TextLine], ['textarea', TextArea], ['number', NumberLine], ['datetime', DateLine, same], ['radio', Choice], ['checklist', Choice], ['checkbox', Check], ['select', Pick], ['text', TextView], ['dynamiclist', List], ['group', Group]]) fields.register(type, drawn(type, C, config));
  }
}
Fields.$inject = ['formFields'];

// form-js has no translation service: its English messages are replaced, and what only we know is added
class Messages {
  constructor(validator) {
    const original = validator.validateFieldInstance.bind(validator);
    const choice = new Set(['radio', 'checklist', 'select', 'checkbox']);
    const translate = (f) => (m) => {
      const field = labelOf(f); const v = f.validate ?? {};
      if (m === 'Field is required.') return f.properties?.error || fill(texts[choice.has(f.type) ? 'err.choose' : 'err.required'], { field });
      if (m.startsWith('Field must have minimum length')) return fill(texts['err.short'], { field, n: v.minLength });
      if (m.startsWith('Field must have maximum length')) return fill(texts['err.long'], { field, n: v.maxLength });
      if (m.startsWith('Field must have minimum value')) return fill(texts['err.min'], { field, n: v.min });
      if (m.startsWith('Field must have maximum value')) return fill(texts['err.max'], { field, n: v.max });
      return fill(texts['err.invalid'], { field });
    };
    validator.validateFieldInstance = (instance, value) => {
      const f = state.form.get('formFieldRegistry').get(instance.id); const key = keyOf(f, instance.indexes);
      if (state.typed.has(key)) return [fill(texts[state.typed.get(key)], { field: labelOf(f) })];
      const own = original(instance, value).map(translate(f)); if (own.length) return own;
      const said = state.server.get(pathKey(instance.valuePath));
      return said && said.value === JSON.stringify(value ?? null) ? [said.message] : [];
    };
  }
}
Messages.$inject = ['validator'];

const unfold = (el) => { const fold = el?.closest('details'); if (fold) fold.open = true; };

/* ---------- the island ---------- */
const pathKey = (path) => path.join('.');
const serverKey = (key) => String(key).replace(/\[(\d+)]/g, '.$1').replace(/\//g, '.').replace(/^\./, '');
const filled = (v) => !(v === null || v === undefined || v === '' || v === false || (Array.isArray(v) && !v.length));

async function mount(element) {
  const json = (name) => { const s = element.querySelector(`script[data-json=${name}]`); return s ? JSON.parse(s.textContent) : null; };
  const schema = json('schema') ?? (element.dataset.schemaUrl ? await (await fetch(element.dataset.schemaUrl, { headers: { Accept: 'application/json' } })).json() : null);
  const data = json('data') ?? {};
  (function least(c) { for (const x of c.components ?? []) { if (x.type === 'dynamiclist') x.defaultRepetitions = Math.max(x.defaultRepetitions ?? 0, limit(x, 'minItems', 0)); least(x); } })(schema);

  const lists = []; (function gather(c) { for (const x of c.components ?? []) { if (x.type === 'dynamiclist') lists.push(x); gather(x); } })(schema);
  const place = element.querySelector('[data-mount]'); const summary = element.querySelector('[data-errors]'); const list = summary.querySelector('ul');
  const banner = element.querySelector('[data-banner]'); const send = element.querySelector('form'); const saved = document.querySelector('[data-saved]');
  const form = state.form = new Form({ additionalModules: [{ __init__: ['vvFields', 'vvMessages'], vvFields: ['type', Fields], vvMessages: ['type', Messages], repeatRenderManager: ['type', Rows] }] });
  const readOnly = element.dataset.readonly === 'true';
  if (readOnly) form.setProperty('readOnly', true);
  await form.importSchema(schema, data);
  place.replaceChildren(); form.attachTo(place);
  // form-js draws a form of its own; the one that is sent lies beside it and holds only hidden fields
  place.querySelector('.fjs-form')?.setAttribute('aria-label', element.dataset.label);
  const order = () => new Map([...place.querySelectorAll('[id]')].map((e, i) => [e.id, i]));
  function instances() { return form.get('formFieldInstanceRegistry').getAllKeyed().filter((i) => !i.hidden); }
  const domId = (i) => [...place.querySelectorAll('[id]')].find((e) => e.id === `fjs-form-${form._id ?? ''}-${keyOf({ id: i.id }, i.indexes)}`.replace('--', '-'))?.id ?? [...place.querySelectorAll('[id]')].find((e) => e.id.endsWith(`-${keyOf({ id: i.id }, i.indexes)}`))?.id;
  const valueOf = (path) => path.reduce((o, k) => o?.[k], form._getState().data);

  const validate = () => { form.validate(); return collect(); };
  function collect() { // without touching the form's state, so that it can be asked on every change
    const validator = form.get('validator'); const registry = form.get('formFieldRegistry'); const at = order();
    const found = instances().filter((i) => !registry.get(i.id).disabled).flatMap((i) => { const [message] = validator.validateFieldInstance(i, valueOf(i.valuePath)); return message ? [{ id: domId(i), message }] : []; });
    for (const list of lists) { const message = listProblem(list); if (message && document.getElementById(`list-${list.id}`)) found.push({ id: `list-${list.id}`, message }); }
    for (const [key, { message, value }] of state.server) if (value === undefined) found.push({ id: null, message, key });
    return found.sort((a, b) => (at.get(a.id) ?? 1e6) - (at.get(b.id) ?? 1e6));
  }
  function draw(found) {
    list.replaceChildren(...found.map(({ id, message }) => {
      const li = document.createElement('li'); if (!id) { li.textContent = message; return li; }
      const a = document.createElement('a'); a.className = 'ds-link'; a.href = `#${id}`; a.textContent = message;
      a.addEventListener('click', (e) => { e.preventDefault(); const el = document.getElementById(id); unfold(el); const t = el?.matches('fieldset') ? el.querySelector('input') : el?.matches('section') ? el.querySelector('button') : el; t?.focus(); el?.scrollIntoView({ block: 'center' }); });
      li.append(a); return li;
    }));
    summary.hidden = !found.length;
  }
  function complain(found) { found.forEach(({ id }) => unfold(id && document.getElementById(id))); draw(found); summary.focus(); summary.scrollIntoView({ block: 'start' }); }
  function say(text, color = 'warning') { banner.hidden = !text; banner.dataset.color = color; banner.querySelector('p').textContent = text ?? ''; if (text) { banner.focus(); banner.scrollIntoView({ block: 'nearest' }); } }
  function status(stateName, text) { if (!saved) return; saved.dataset.state = stateName; saved.lastElementChild.textContent = text; }
  function take(errors) {
    state.server.clear();
    const known = new Map(instances().map((i) => [pathKey(i.valuePath), i]));
    for (const { key, field, message } of errors ?? []) {
      const path = serverKey(key ?? field ?? ''); const hit = known.get(path) ?? [...known.entries()].find(([k]) => path && k.endsWith(`.${path}`))?.[1];
      if (hit) state.server.set(pathKey(hit.valuePath), { message, value: JSON.stringify(valueOf(hit.valuePath) ?? null) });
      else if (lists.some((l) => l.path === path)) state.server.set(path, { message, value: JSON.stringify(form._getState().data?.[path] ?? null) });
      else state.server.set(`?${path}${message}`, { message });
    }
  }
  const forget = () => { for (const [k, v] of state.server) if (v.value === undefined) state.server.delete(k); };
  const answers = () => form._getSubmitData();
  const csrf = () => { const m = document.querySelector('meta[name=_csrf]'); return m ? { [m.dataset.header]: m.content } : {}; };

  /* drafts */
  let timer; let rev = Number(element.dataset.draftRev || 0); let busy = null; let dirty = false; let sending = false;
  async function save(keepalive = false) {
    clearTimeout(timer); if (!element.dataset.draftUrl || sending) return;
    if (busy) { await busy; if (!dirty) return; }
    dirty = false; status('saving', texts.saving);
    busy = (async () => {
      try {
        const answer = await fetch(element.dataset.draftUrl, { method: 'POST', redirect: 'manual', keepalive, headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrf() }, body: JSON.stringify({ data: answers(), rev }) });
        if (answer.type === 'opaqueredirect' || answer.status === 401) { status('failed', texts.signedout); dirty = true; return; }
        if (answer.status === 409) { const body = await answer.json().catch(() => ({})); status('failed', body.message || texts.conflict); return; }
        if (!answer.ok) { status('failed', texts.notsaved); dirty = true; return; }
        const body = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
        rev = body.rev ?? rev + 1;
        const now = new Date(); status('saved', fill(texts.saved, { t: body.savedAt ?? `${String(now.getHours()).padStart(2, '0')}.${String(now.getMinutes()).padStart(2, '0')}` }));
      } catch { status('failed', texts.notsaved); dirty = true; }
    })();
    await busy; busy = null;
  }
  document.querySelector('[data-save-draft]')?.addEventListener('click', () => save());
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden' && dirty) save(true); });
  addEventListener('beforeunload', (e) => { if (dirty && !element.dataset.draftUrl && !sending) e.preventDefault(); });

  /* sending */
  send.addEventListener('submit', async (e) => {
    e.preventDefault(); if (sending || readOnly) return;
    state.tried = true; forget(); say(null);
    const found = validate(); form._setState({});
    if (found.length) { complain(found); return; }
    draw([]); clearTimeout(timer); if (busy) await busy;
    send.elements.data.value = JSON.stringify(answers());
    const buttons = document.querySelectorAll(`[type=submit][form="${send.id}"]`);
    sending = true; buttons.forEach((b) => b.setAttribute('aria-disabled', 'true')); status('saving', texts.sending);
    const done = (text, color) => { sending = false; buttons.forEach((b) => b.removeAttribute('aria-disabled')); status('none', ''); if (text) say(text, color); };
    let answer; let body = {};
    try {
      answer = await fetch(send.action, { method: 'POST', redirect: 'manual', headers: { Accept: 'application/json', ...csrf() }, body: new URLSearchParams(new FormData(send)) });
      body = await answer.json().catch(() => ({}));
    } catch { done(texts.offline, 'danger'); return; }
    if (answer.type === 'opaqueredirect' || answer.status === 401) { done(texts.signedout); return; }
    if (answer.ok && body.location) { dirty = false; location.assign(body.location); return; }
    if (answer.status === 422) { done(); take(body.errors); if (!body.errors?.length || (body.message && !state.server.size)) state.server.set('?', { message: body.message ?? texts.failed }); form._setState({}); const now = validate(); form._setState({}); complain(now); return; }
    if (answer.status === 409) { done(body.message || texts.conflict); return; }
    if (answer.status === 403) { done(body.message || texts.forbidden); return; }
    if (answer.status === 404 || answer.status === 410) { done(texts.gone); return; }
    done(body.supportCode ? `${texts.offline} (${body.supportCode})` : texts.offline, 'danger');
  });

  /* how complete it is */
  const meter = document.querySelector(`[data-meterfor="${send.id}"]`);
  function measure() {
    if (!meter) return;
    const registry = form.get('formFieldRegistry'); const all = instances().map((i) => ({ field: registry.get(i.id), done: filled(valueOf(i.valuePath)) }));
    for (const [kind, test] of [['required', (f) => f.validate?.required], ['recommended', (f) => !f.validate?.required && f.properties?.recommended]]) {
      const some = all.filter((x) => test(x.field)); const n = some.filter((x) => x.done).length;
      const bar = meter.querySelector(`#meter-${kind}`); bar.max = some.length || 1; bar.value = n; bar.closest('.vv-meter__row').hidden = !some.length;
      meter.querySelectorAll(`[data-for=${kind}]`).forEach((p) => { p.hidden = !some.length; });
      meter.querySelector(`#meter-${kind}-text`).textContent = fill(texts.meter, { n, total: some.length });
    }
    const groups = (schema.components ?? []).filter((c) => c.type === 'group' && c.label);
    const inside = (c) => (c.components ?? []).flatMap((x) => [x.id, ...inside(x)]);
    meter.querySelector('[data-sections]').replaceChildren(...groups.flatMap((g) => {
      const target = [...place.querySelectorAll('[id]')].find((x) => x.id.endsWith(`-${g.id}`)); if (!target) return [];
      const members = new Set(inside(g)); const some = all.filter((x) => members.has(x.field.id)); const need = some.filter((x) => x.field.validate?.required || x.field.properties?.recommended);
      const n = need.filter((x) => x.done).length; const any = some.some((x) => x.done);
      const li = document.createElement('li'); li.dataset.state = need.length ? (n === need.length ? 'complete' : any ? 'partial' : 'empty') : any ? 'complete' : 'empty';
      const a = document.createElement('a'); a.className = 'vv-foc'; a.href = `#${target.id}`; a.addEventListener('click', () => unfold(document.getElementById(target.id)));
      const dot = document.createElement('span'); dot.className = 'vv-secnav__dot'; dot.setAttribute('aria-hidden', 'true');
      const name = document.createElement('span'); name.textContent = g.label; const count = document.createElement('span'); count.className = 'vv-secnav__n vv-count'; count.textContent = need.length ? `${n}/${need.length}` : '';
      a.append(dot, name, count); li.append(a); return [li];
    }));
    meter.hidden = false;
  }

  let seen = null;
  form.on('changed', () => {
    const now = JSON.stringify(form._getState().data); const changed = seen !== null && now !== seen;
    if (seen !== null) seen = now;
    measure();
    if (state.tried) draw(collect());
    if (!changed) return;
    dirty = true; clearTimeout(timer); if (element.dataset.draftUrl && !readOnly) timer = setTimeout(save, 1500);
  });
  const errors = json('errors') ?? [];
  setTimeout(() => {
    seen = JSON.stringify(form._getState().data); measure();
    if (errors.length) { state.tried = true; take(errors); form._setState({}); complain(validate()); form._setState({}); }
    element.dataset.ready = 'true';
  }, 0);

  /* files, where the page takes them: each is kept on the server at once, and taken out there */
  for (const input of document.querySelectorAll('input[type=file][data-attach]')) {
    const target = document.getElementById(input.dataset.attach); const heard = document.getElementById(input.dataset.heard);
    const tell = (text) => { if (heard) heard.textContent = text; };
    const post = (url, body) => fetch(url, { method: 'POST', redirect: 'manual', headers: { Accept: 'application/json', ...csrf() }, body });
    const icon = (name) => { const t = document.createElement('template'); t.innerHTML = `<svg class="vv-icon" aria-hidden="true"><use href="${sprite}#${name}"></use></svg>`; return t.content; };
    const refused = (li, text) => { li.textContent = text; li.className = 'ds-validation-message'; };
    target.addEventListener('click', async (e) => {
      const button = e.target.closest('button[data-name]'); if (!button) return;
      e.preventDefault();
      try {
        const answer = await post(button.formAction, new FormData());
        if (!answer.ok) throw new Error();
        button.closest('li').remove(); tell(fill(input.dataset.gone, { n: button.dataset.name })); input.focus();
      } catch { tell(texts.offline); }
    });
    input.addEventListener('change', async () => {
      for (const file of input.files) {
        const li = document.createElement('li'); li.textContent = `${file.name} …`; target.append(li);
        if (file.size > Number(input.dataset.most)) { refused(li, fill(input.dataset.toolarge, { n: file.name })); continue; }
        const parts = new FormData(); parts.append('file', file);
        try {
          const answer = await post(input.dataset.url, parts);
          const body = await answer.json();
          if (!answer.ok) throw new Error(body.message ?? '');
          const a = document.createElement('a'); a.className = 'ds-link'; a.href = `${input.dataset.base}/${body.id}`; a.textContent = body.name;
          const b = document.createElement('button'); b.type = 'submit'; b.className = 'ds-button vv-sm'; b.dataset.variant = 'tertiary'; b.dataset.name = body.name; b.setAttribute('form', input.getAttribute('form')); b.formAction = `${input.dataset.base}/${body.id}/remove`; b.formNoValidate = true;
          b.append(icon('Trash'), fill(input.dataset.remove, { n: body.name }));
          li.replaceChildren(icon('FileText'), a, b); tell(fill(input.dataset.done, { n: body.name }));
        } catch (fault) { refused(li, `${file.name}: ${fault.message || fill(input.dataset.failed, { n: file.name })}`); }
      }
      input.value = '';
    });
  }
}
if (host) mount(host).catch((fault) => { console.error(fault); host.querySelector('[data-mount]').textContent = texts.failed; });
