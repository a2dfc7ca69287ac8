// The residence form: jQuery, select2, a blank member row that is there on load, files that are sent when chosen and
// then forgotten by their input, a question by confirm(), a payment in a window of its own.
(async () => {
  const form = await call('/api/bieu-mau');
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name));
  const field = hole => {
    const label = `<label for="${hole.name}">${hole.label}${hole.required ? ' <span style="color:red">*</span>' : ''}</label>`;
    switch (hole.kind) {
      case 'select2': return `<div class="field">${label}<select id="${hole.name}" style="width:320px"><option value=""></option></select></div>`;
      case 'checkbox': return `<div class="field"><input type="checkbox" id="${hole.name}"> <label for="${hole.name}" style="display:inline">${hole.label}</label></div>`;
      case 'textarea': return `<div class="field">${label}<textarea id="${hole.name}" rows="3" cols="50"></textarea></div>`;
      case 'member': return '<table id="members"></table><p><button id="more">Thêm thành viên</button></p>';
      case 'dossier': return '<table id="dossier"></table><p>Tổng phí: <input id="txtTONGPHI" readonly value="7.000"></p>';
      default: return `<div class="field">${label}<input id="${hole.name}" autocomplete="off" ${hole.marks.given ? `readonly value="${form.given[hole.marks.given]}"` : ''}></div>`;
    }
  };
  const sections = [...new Set(holes.map(hole => hole.section))];
  $('#root').html(`<header><b>Cổng dịch vụ công quản lý cư trú</b><span>${form.given.name} <a href="https://dichvucong.bocongan.gov.vn/dang-xuat">Đăng xuất</a></span></header><main><h2>${form.head.title}</h2>
    ${sections.map(section => `<h3>${section}</h3>${holes.filter(hole => hole.section === section).map(field).join('')}`).join('')}
    <p><button id="btnSave">Lưu hồ sơ</button> <button id="btnSend">Nộp hồ sơ</button></p></main>`);

  for (const hole of holes.filter(hole => hole.kind === 'select2')) {
    const options = rows => $(`#${hole.name}`).empty().append(new Option('', '')).append(rows.map(row => new Option(row, row)));
    $(`#${hole.name}`).select2({ placeholder: 'Chọn', allowClear: false });
    if (!hole.marks.of) { call(`/api/danh-muc?ten=${hole.marks.list}`).then(options); continue; }
    $(`#${hole.marks.of}`).on('change', async function () {
      options([]); $(`#${hole.name}`).trigger('change');
      await pause(1200);
      options(await call(`/api/danh-muc?ten=${hole.marks.list}&cua=${encodeURIComponent(this.value)}`));
    });
  }
  for (const hole of holes.filter(hole => hole.kind === 'date-text')) flatpickr(`#${hole.name}`, { dateFormat: 'd/m/Y', allowInput: true, disableMobile: true });
  $('#chkIS_REPORTER').on('change', async function () { if (!this.checked) return; await pause(2300); $('#txtFULLNAME').val(form.given.name); $('#txtPHONE_NUMBER').val(''); });

  const relations = await call('/api/danh-muc?ten=quan-he-chu-ho');
  let members = 0;
  const memberRow = () => {
    const i = members++;
    return { ten: `<input id="txtFULLNAME_CUNGTD${i}">`, sinh: `<input id="txtDOB_CUNGTD${i}" size="10">`, gioi: `<select id="cboGENDER_CUNGTD${i}"><option value=""></option><option>Nam</option><option>Nữ</option></select>`,
      so: `<input id="txtIDENTIFIER_NOCARD_NUMBER_CUNGTD${i}" size="13">`, he: `<select id="cboRELATIONSHIP_CHUHO_CUNGTD${i}"><option value=""></option>${relations.map(one => `<option>${one}</option>`).join('')}</select>`, bo: `<button class="gone" data-at="${i}">Xóa</button>` };
  };
  $('#members').bootstrapTable({ data: [memberRow()], columns: [{ field: 'ten', title: 'Họ tên' }, { field: 'sinh', title: 'Ngày sinh' }, { field: 'gioi', title: 'Giới tính' }, { field: 'so', title: 'Số định danh' }, { field: 'he', title: 'Quan hệ với chủ hộ' }, { field: 'bo', title: '' }], formatNoMatches: () => 'Không có thành viên' });
  $('#more').on('click', () => $('#members').find('tbody').append(`<tr>${Object.values(memberRow()).map(cell => `<td>${cell}</td>`).join('')}</tr>`));
  $(document).on('click', '.gone', function () { $(this).closest('tr').remove(); });
  $('#dossier').bootstrapTable({ data: ['Tờ khai thay đổi thông tin cư trú (CT01)', 'Giấy tờ chứng minh chỗ ở hợp pháp'].map((name, i) => ({ ten: `<span id="lblFILE_TYPE_NAME${i}">${name}</span>`,
    loai: `<select id="cboFILE_TYPE${i}"><option>Bản gốc</option><option>Bản sao</option><option>Bản chứng thực</option></select>`, tep: `<input type="file" id="fileUpload${i}"><span class="names"></span>` })),
  columns: [{ field: 'ten', title: 'Tên giấy tờ' }, { field: 'loai', title: 'Loại' }, { field: 'tep', title: 'Tệp' }] });
  $(document).on('change', 'input[type=file]', async function () {
    if (!this.files.length) return;
    const answer = await upload('/api/tai-len', this.files), shown = $(this).next('.names');
    this.value = '';
    if (answer.loi) toast(answer.loi); else shown.text(`${shown.text()} ${answer.ten.join(', ')}`.trim());
  });

  const values = () => Object.fromEntries(holes.filter(hole => !['member', 'dossier'].includes(hole.kind)).map(hole => [hole.name, hole.kind === 'checkbox' ? $(`#${hole.name}`).prop('checked') : $(`#${hole.name}`).val()]).filter(([, value]) => value));
  const people = () => $('#members tbody tr').toArray().filter(row => $(row).find('input').length).map(row => $(row).find('input, select').toArray().map(cell => cell.value));
  $('#btnSend').on('click', async () => {
    const missing = holes.filter(hole => hole.required && !values()[hole.name]);
    if (missing.length) { alert(`Vui lòng nhập: ${missing.map(hole => hole.label).join(', ')}`); return; }
    if (people().some(row => !row[0])) { alert('Vui lòng xóa dòng thành viên còn trống'); return; }
    if (!confirm('Bạn có chắc chắn muốn nộp hồ sơ?')) return;
    const { ma: bill } = await call('/api/nop', { ...values(), thanhVien: people() });
    const bank = window.open(`https://pay.vietcombank.com.vn/thanh-toan?don=${bill}`, 'thanh-toan');
    if (!bank) { toast('Không kết nối được trang thanh toán'); return; }
    for (;;) {
      const { ma: code } = await call(`/api/da-tra?don=${bill}`);
      if (code) { location.href = `/portal/p/home/ket-qua.html?ma=${code}`; return; }
      await pause(500);
    }
  });
  $('#btnSave').on('click', () => toast('Lưu hồ sơ thành công'));
})();
