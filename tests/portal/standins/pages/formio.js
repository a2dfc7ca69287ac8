// A ministry's portal on Form.io: lists come by the form's own script when opened, the captcha stands in step three, and
// the step called "Nộp hồ sơ" is only the result.
(async () => {
  const form = await call('/api/bieu-mau');
  const component = hole => {
    const made = { key: hole.name, label: hole.label, input: true, validate: { required: hole.required } };
    if (hole.kind === 'select') return { ...made, type: 'select', dataSrc: 'custom', data: { custom: `values = (window.LISTS || {})['${hole.marks.of ? hole.name : hole.marks.list}'] || []` }, valueProperty: '', refreshOn: hole.marks.of || 'data', clearOnRefresh: Boolean(hole.marks.of), widget: 'choicesjs' };
    if (hole.kind === 'date') return { ...made, type: 'datetime', format: 'dd/MM/yyyy', enableTime: false, allowInput: true };
    return { ...made, type: hole.kind === 'checkbox' ? 'checkbox' : 'textfield' };
  };
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name));
  const sections = [...new Set(holes.map(hole => hole.section))];
  const root = document.getElementById('root');
  root.innerHTML = `<header><b>Hệ thống thông tin giải quyết thủ tục hành chính</b><span>${form.given.name} <a href="/dang-xuat">Đăng xuất</a></span></header><main><h2>${form.head.title}</h2>
    <ol><li>Chọn trường hợp</li><li>Thông tin hồ sơ</li><li>Xác nhận</li><li>Nộp hồ sơ</li></ol><div id="step"></div></main>`;
  const step = document.getElementById('step');
  window.LISTS = {};
  for (const name of new Set(holes.filter(hole => hole.kind === 'select' && !hole.marks.of).map(hole => hole.marks.list))) window.LISTS[name] = await call(`/api/danh-muc?ten=${name}`);
  step.innerHTML = '<p><label><input type="radio" name="case" checked> Nộp lần đầu</label></p><button id="one">Tiếp tục</button>';
  document.getElementById('one').onclick = async () => {
    step.innerHTML = '<div id="form"></div><button id="two">Tiếp tục</button>';
    Formio.createForm(document.getElementById('form'), { components: sections.map(section => ({ type: 'fieldset', legend: section, key: section, components: holes.filter(hole => hole.section === section).map(component) })) });
    while (!Object.values(Formio.forms).length) await pause(50); // its promise waits for lists that nobody has opened yet
    const shown = Object.values(Formio.forms)[0];
    let last = {};
    shown.on('change', async () => {
      const data = shown.submission.data;
      for (const hole of holes.filter(hole => hole.marks.of)) {
        if (last[hole.marks.of] === data[hole.marks.of]) continue;
        last[hole.marks.of] = data[hole.marks.of];
        window.LISTS[hole.name] = data[hole.marks.of] ? await call(`/api/danh-muc?ten=tinh&cua=${encodeURIComponent(data[hole.marks.of])}`) : [];
        shown.getComponent(hole.name).triggerUpdate();
      }
      if (data.isOwnerDossierCheck && !last.copied) {
        last.copied = true;
        await pause(400);
        for (const hole of holes.filter(hole => /^owner/.test(hole.name))) { const from = hole.name.replace('owner', ''); const value = data[from[0].toLowerCase() + from.slice(1)]; if (value) shown.getComponent(hole.name).setValue(value); }
      }
    });
    document.getElementById('two').onclick = () => {
      if (!shown.checkValidity(shown.submission.data, true, shown.submission.data)) { toast("Vui lòng kiểm tra lại thông tin"); return; }
      third(Object.fromEntries(Object.entries(shown.submission.data).filter(([, value]) => value !== '' && value !== false).map(([name, value]) => [name, typeof value === 'string' ? dayFirst(value) : value])));
    };
  };
  async function third(data) {
    let captcha = await call('/api/captcha');
    step.innerHTML = '<form id="captchaForm"><p>Mã xác nhận</p><img id="picture" alt="captcha"><input id="captcha" name="captcha" placeholder="Nhập mã xác nhận" autocomplete="off"></form><button form="captchaForm">Nộp hồ sơ</button>';
    document.getElementById('picture').src = captcha.anh;
    document.getElementById('picture').dataset.key = captcha.khoa;
    document.getElementById('captchaForm').onsubmit = async event => {
      event.preventDefault();
      const answer = await call(`/api/nop?khoa=${captcha.khoa}&ma=${document.getElementById('captcha').value}`, data);
      if (answer.loi) { toast(answer.loi); captcha = await call('/api/captcha'); document.getElementById('picture').src = captcha.anh; document.getElementById('picture').dataset.key = captcha.khoa; return; }
      step.innerHTML = `<h2>Nộp hồ sơ thành công</h2><p>Mã hồ sơ: <b>${answer.ma}</b></p><p>Ngày hẹn trả kết quả: 05/12/2026</p>`;
    };
  }
})();
