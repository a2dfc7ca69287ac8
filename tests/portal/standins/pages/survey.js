// The national portal's own form: SurveyJS, control names that end in the form's version, a hidden copy for telephones
// before the visible one, lists that hold a placeholder until they have come, blocks that other choices rewrite.
const e = React.createElement;
const DATE = /^\d{4}-\d\d-\d\d$/;

(async () => {
  const form = await call('/api/bieu-mau'), called = name => `${name}__${form.head.version}`;
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name).map(hole => ({ ...hole, when: paragraph.when })));
  const question = hole => {
    const made = { name: called(hole.name), title: hole.label || hole.name, isRequired: hole.required };
    if (hole.when) made.visibleIf = `{${called(hole.when[0])}} = '${hole.when[1]}'`;
    if (hole.marks.given) { made.defaultValue = form.given[hole.marks.given]; made.readOnly = true; }
    if (hole.kind === 'radio') return { ...made, type: 'radiogroup', choices: choicesOf(hole.marks) };
    if (hole.kind === 'dropdown') return { ...made, type: 'dropdown', choices: ['item1'], placeholder: 'Chọn' };
    return { ...made, type: 'text', inputType: hole.kind === 'date' ? 'date' : 'text' };
  };
  const sections = [...new Set(holes.map(hole => hole.section))];
  const survey = new Survey.Model({
    showNavigationButtons: false, requiredMark: '*', checkErrorsMode: 'onValueChanged',
    elements: sections.map(section => ({ type: 'panel', name: `khung ${section}`, title: section, elements: holes.filter(hole => hole.section === section).map(question) })),
  });
  const at = name => survey.getQuestionByName(called(name));
  const rebuild = async section => { const panel = survey.getPanelByName(`khung ${section}`); panel.visible = false; await pause(60); panel.visible = true; };

  const fill = async hole => {
    const of = hole.marks.of && survey.getValue(called(hole.marks.of));
    if (hole.marks.of && !of) return;
    at(hole.name).choices = await call(`/api/danh-muc?ten=${hole.marks.list}${of ? '&cua=' + encodeURIComponent(of) : ''}`);
  };
  const looks = (form.head.lookup || '').split(' ').filter(Boolean);
  let looked = false;
  survey.onValueChanged.add(async (_, change) => {
    for (const hole of holes.filter(hole => hole.marks.of && called(hole.marks.of) === change.name)) { survey.clearValue(called(hole.name)); at(hole.name).choices = ['item1']; fill(hole); }
    const driver = holes.find(hole => called(hole.name) === change.name);
    if (looks.includes(driver?.name) && looks.every(name => survey.getValue(called(name))) && !looked) {
      looked = true;
      await pause(1900);
      const found = await call('/api/tra-cuu');
      for (const hole of holes) if (hole.marks.looked) survey.setValue(called(hole.name), found[hole.marks.looked]);
    }
    const { empties, copies, rebuilds, after } = driver?.marks || {};
    if (rebuilds) { await pause(Number(after)); await rebuild(rebuilds); }
    if (!empties) return;
    await pause(Number(after));
    const same = change.value === 'Bản thân';
    for (const hole of holes.filter(hole => hole.section === empties)) {
      if (same && hole.marks.from) survey.setValue(called(hole.name), survey.getValue(called(hole.marks.from)));
      else if (!same) survey.clearValue(called(hole.name));
    }
    await rebuild(copies || empties);
  });

  document.getElementById('root').innerHTML = `<header><b>Cổng Dịch vụ công quốc gia</b><span class="user-dropdown">${form.given.name} <a href="/dang-xuat">Đăng xuất</a></span></header>
    <main><h2>${form.head.title}</h2><div class="mobile-only" id="telephone"></div><div id="survey"></div>
    <h3>Giấy tờ đính kèm</h3><table><tbody id="papers"></tbody></table><input type="file" id="one-for-all" hidden>
    <p><label><input type="checkbox" id="pledge"> Tôi xin cam đoan những thông tin trên là đúng sự thật</label></p>
    <p><button id="keep">Lưu hồ sơ</button> <button id="send">Lưu và nộp hồ sơ</button></p></main>`;
  document.getElementById('telephone').innerHTML = holes.map(hole => `<div data-name="${called(hole.name)}"><span>${hole.label}</span><input></div>`).join('');
  survey.render(document.getElementById('survey'));
  holes.filter(hole => hole.kind === 'dropdown').forEach(fill);

  let row = null;
  const chooser = document.getElementById('one-for-all');
  document.getElementById('papers').innerHTML = ['Giấy tờ chứng minh', 'Giấy tờ khác'].map(name => `<tr><td>${name}</td><td class="names"></td><td><button class="up">Tải lên file</button></td></tr>`).join('');
  for (const button of document.querySelectorAll('.up')) button.onclick = () => { row = button.closest('tr').querySelector('.names'); chooser.value = ''; chooser.click(); };
  chooser.onchange = async () => { const answer = await upload('/api/tai-len', chooser.files); if (answer.loi) toast(answer.loi); else row.textContent = answer.ten.join(', '); };

  const values = () => Object.fromEntries(holes.filter(hole => survey.getValue(called(hole.name)) !== undefined).map(hole => {
    const value = survey.getValue(called(hole.name));
    return [called(hole.name), hole.kind === 'radio' ? at(hole.name).displayValue : DATE.test(value) ? dayFirst(value) : value];
  }));
  document.getElementById('keep').onclick = async () => { const answer = await call('/api/luu', values()); location.href = `/ho-so-cua-toi?nhap=${answer.ma}`; };
  document.getElementById('send').onclick = async () => {
    if (!survey.validate(true, true)) { toast('Vui lòng nhập đầy đủ thông tin bắt buộc'); return; }
    if (!document.getElementById('pledge').checked) { toast('Vui lòng xác nhận cam đoan'); return; }
    const answer = await call('/api/nop', values());
    if (answer.loi) toast(answer.loi, 20000); else location.href = `/nop-ho-so/ket-qua?ma=${answer.ma}`;
  };
})();
