// The e-form in the justice portal's frame: running text with holes, no label that belongs to a control, radio buttons
// that are boxes, lists fetched when opened, sections that are drawn anew a while after a relation was chosen.
const e = React.createElement, { useState, useEffect, useRef, Fragment } = React;
const uuid = () => 'xxxxxxxx-xxxx'.replace(/x/g, () => (Math.random() * 16 | 0).toString(16));

function Input({ hole, value, put, tag = 'x-input' }) {
  const inner = e('input', { name: hole.name, className: 'input-field', value: value || '', inputMode: tag === 'x-input-number' ? 'numeric' : undefined, onChange: event => put(event.target.value) });
  return tag ? e(tag, { name: hole.name }, inner) : inner;
}
function DateParts({ hole, value, put, by }) {
  const parts = value || {};
  const part = (name, size) => e('input', { [by]: `${hole.name}-${name}`, size, value: parts[name] || '', onChange: event => put({ ...parts, [name]: event.target.value }) });
  const iso = parts.year ? `${parts.year}-${parts.month || ''}-${parts.day || ''}` : '';
  return e(by === 'id' ? 'x-date-text' : 'x-date', { name: hole.name }, part('day', 2), ' / ', part('month', 2), ' / ', part('year', 4),
    e('input', { name: `${hole.name}-name-date-input`, value: iso, readOnly: true, tabIndex: -1, style: { position: 'absolute', opacity: 0, width: 1, height: 1, border: 0, padding: 0 } }));
}
function Choice({ hole, value, put }) {
  const id = useRef(uuid()).current, hidden = hole.name === 'CapBanSao';
  return e('x-radio', { name: hole.name }, choicesOf(hole.marks).map((one, index) => {
    const box = e('input', { type: 'checkbox', id: `${id}-${one.value}`, name: hole.name, value: one.value, checked: value === one.value, style: hidden ? { display: 'none' } : {}, onChange: () => put(one.value) });
    return index % 2 && !hidden
      ? e('p', { key: one.value, style: { display: 'inline' } }, box, one.text, ' ')
      : e(Fragment, { key: one.value }, box, e('label', { htmlFor: `${id}-${one.value}`, style: hidden ? { border: '1px solid #888', padding: 4 } : {} }, one.text), ' ');
  }));
}
function Select({ hole, value, put, of }) {
  const [open, setOpen] = useState(false), [rows, setRows] = useState([]), [search, setSearch] = useState('');
  useEffect(() => {
    if (!open) return;
    setRows([]);
    if (!hole.marks.of || of) call('/api/eform-service/api/call-api', { eformId: 1, ten: hole.marks.list, cua: of || '' }).then(setRows);
  }, [open, of]);
  const choose = row => { put(row); setOpen(false); setSearch(''); };
  return e('x-select', { name: hole.name }, e('div', { id: `custom-select-${hole.name}`, style: { display: 'inline-block' } },
    e('div', { className: 'input-field-select', tabIndex: 0, onClick: () => setOpen(!open) }, value || '-- Chọn --'),
    open && e('div', { className: 'input-field-select-options' }, e('input', { placeholder: 'Tìm kiếm...', value: search, onChange: event => setSearch(event.target.value) }),
      rows.filter(row => row.toLowerCase().includes(search.toLowerCase())).map(row => e('div', { key: row, onClick: () => choose(row) }, row)))));
}

function Form({ form }) {
  const [values, setValues] = useState({}), [builds, setBuilds] = useState({}), [missing, setMissing] = useState([]);
  const now = useRef(values);
  now.current = values;
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name));
  const rebuild = section => setBuilds(all => ({ ...all, [section]: (all[section] || 0) + 1 }));
  const drive = async (hole, value) => {
    await pause(Number(hole.marks.after));
    const section = holes.map(one => one.section).find(one => one.startsWith(`${hole.marks.empties}.`));
    const changed = {};
    for (const one of holes.filter(one => one.section === section)) changed[one.name] = value === 'BanThan' && one.marks.from ? now.current[one.marks.from] : undefined;
    setValues(all => ({ ...all, ...changed }));
    rebuild(section);
    await pause(400);
    rebuild(section);
  };
  const put = hole => value => {
    setValues(all => {
      const next = { ...all, [hole.name]: value };
      for (const one of holes) if (one.marks.of === hole.name) delete next[one.name];
      return next;
    });
    if (hole.marks.empties && values[hole.name] !== value) drive(hole, value);
  };
  const filled = value => typeof value === 'object' ? Boolean(value && value.year) : Boolean(value);
  const stands = paragraph => !paragraph.when || values[paragraph.when[0]] === paragraph.when[1];
  const words = hole => {
    const value = values[hole.name];
    if (/date/.test(hole.kind)) return ['day', 'month', 'year'].map(part => (value || {})[part]).filter(Boolean).join('/');
    return hole.kind === 'x-radio' ? (choicesOf(hole.marks).find(one => one.value === value) || {}).text : value;
  };
  useEffect(() => {
    const heard = message => {
      if (message.data?.viec !== 'luu') return;
      const shown = form.paragraphs.filter(stands).flatMap(paragraph => paragraph.parts.filter(part => part.name));
      const empty = shown.filter(hole => hole.required && !filled(values[hole.name])).map(hole => hole.name);
      setMissing(empty);
      if (empty.length) { toast('Vui lòng nhập đầy đủ các trường bắt buộc'); return; }
      message.source.postMessage({ viec: 'da-luu', du_lieu: Object.fromEntries(shown.filter(hole => filled(values[hole.name])).map(hole => [hole.name, words(hole)])) }, '*');
    };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  });
  const draw = hole => {
    const value = values[hole.name], common = { hole, value, put: put(hole) };
    switch (hole.kind) {
      case 'x-date': return e(DateParts, { ...common, by: 'name' });
      case 'x-date-text': return e(DateParts, { ...common, by: 'id' });
      case 'x-radio': return e(Choice, common);
      case 'x-select': return e(Select, { ...common, of: values[hole.marks.of] });
      case 'bare': return e(Input, { ...common, tag: '' });
      case 'radio-other': return e('input', { className: 'input-field-radio', name: hole.marks.shares, value: value || '', onChange: event => put(hole)(event.target.value) });
      default: return e(Input, { ...common, tag: hole.kind });
    }
  };
  let section = '';
  return e('main', null, e('h2', null, form.head.title.toUpperCase()), form.paragraphs.map((paragraph, index) => {
    const begins = paragraph.section !== section;
    section = paragraph.section;
    const key = `${index}.${builds[section] || 0}`;
    const body = paragraph.parts.map((part, at) => part.name
      ? e(Fragment, { key: at }, draw(part), missing.includes(part.name) && e('span', { className: 'error' }, ' Trường bắt buộc'))
      : e(Fragment, { key: at }, part));
    return e(Fragment, { key }, begins && e('p', null, e('strong', null, section)),
      stands(paragraph) && (paragraph.when ? e('x-select-area', { name: `${paragraph.when[0]}=${paragraph.when[1]}` }, e('p', null, body)) : e('p', null, body)));
  }));
}
call('/api/bieu-mau').then(form => ReactDOM.createRoot(document.getElementById('root')).render(e(Form, { form })));
