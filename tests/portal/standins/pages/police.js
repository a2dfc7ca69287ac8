// The police portal: a chooser of logins whose entries are plain boxes with a script, then the choice of the case.
window.handleNoDomain = async () => { location.href = (await call('/api/toi')).vao; };
// The notice of an overnight guest: native lists, the commune's loaded after the province, a row of guests added by hand.
async function lodging(me, form) {
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name));
  $('#root').html(`<header><b>Cổng Dịch vụ công Bộ Công an</b><span>${me.ten} <a href="/dang-xuat">Đăng xuất</a></span></header><main><h2>${form.head.title}</h2><h3>${holes[0].section}</h3>
    ${holes.map(hole => `<div class="field"><label for="${hole.name}">${hole.label} *</label><select id="${hole.name}"><option value="">Chọn</option></select></div>`).join('')}
    <h3>Người lưu trú</h3><table id="listed"><tbody></tbody></table><p><button id="add">Thêm người lưu trú</button></p></main>`);
  $('#add').on('click', guest);
  const fill = async (hole, of) => {
    const rows = await call(`/api/danh-muc?ten=${hole.marks.list}${of ? `&cua=${encodeURIComponent(of)}` : ''}`);
    $(`#${hole.name}`).empty().append(new Option('Chọn', '')).append(rows.map(row => new Option(row, row)));
  };
  for (const hole of holes)
    if (hole.marks.of) $(`#${hole.marks.of}`).on('change', async function () { await pause(800); await fill(hole, this.value); });
    else fill(hole);
}
// The box that opens for each guest: texts, dates with a picker of their own, select2 lists, one native list of several.
async function guest() {
  const texts = [['guest_txtCITIZENNAME', 'Họ tên'], ['guest_txtIDCARD_NUMBER', 'Số giấy tờ'], ['guest_txtDOB', 'Ngày sinh'], ['guest_txtROOM', 'Số phòng'], ['guest_txtPLACE_OF_WORK', 'Nơi làm việc'], ['guest_txtSTART_DATE', 'Từ ngày'], ['guest_txtEND_DATE', 'Đến ngày']];
  const lists = [['guest_cboGENDER_ID', 'Giới tính', 'gioi-tinh'], ['guest_cboCOUNTRY', 'Quốc gia', 'quoc-gia'], ['guest_cboRDPROVINCE_ID', 'Tỉnh', 'tinh'], ['guest_cboRDADDRESS_ID', 'Xã', ''], ['guest_cboETHNIC_ID', 'Dân tộc', 'dan-toc']];
  const field = (name, label, inside) => `<div class="field"><label for="${name}">${label}</label>${inside}</div>`;
  $('main').append(`<div id="addpersonLT" role="dialog"><h3>Thêm người lưu trú</h3>
    ${texts.map(([name, label]) => field(name, label, `<input id="${name}" type="text">`)).join('')}
    ${lists.map(([name, label]) => field(name, label, `<select id="${name}"><option value="">Chọn</option></select>`)).join('')}
    ${field('guest_mulNATIONALITY', 'Quốc tịch', '<select id="guest_mulNATIONALITY" multiple></select>')}
    ${field('guest_txtREASON', 'Lý do', '<textarea id="guest_txtREASON"></textarea>')}
    ${field('guest_txtRDADDRESS', 'Địa chỉ chi tiết', '<textarea id="guest_txtRDADDRESS"></textarea>')}
    <p><button id="keep">Lưu khách</button></p></div>`);
  const rows = async (list, of) => (await call(`/api/danh-muc?ten=${list}${of ? `&cua=${encodeURIComponent(of)}` : ''}`)).map(row => new Option(row, row));
  $('#guest_cboRDPROVINCE_ID').on('change', async function () { await pause(600); $('#guest_cboRDADDRESS_ID').empty().append(new Option('Chọn', '')).append(await rows('tinh', this.value)); });
  for (const [name, , list] of lists) {
    if (list) $(`#${name}`).append(await rows(list));
    $(`#${name}`).select2({ width: '100%', dropdownParent: $('#addpersonLT') });
  }
  $('#guest_mulNATIONALITY').append(await rows('quoc-tich'));
  $('#keep').on('click', () => {
    const said = ['guest_txtCITIZENNAME', 'guest_txtIDCARD_NUMBER', 'guest_txtDOB', 'guest_cboGENDER_ID', 'guest_cboRDPROVINCE_ID', 'guest_cboRDADDRESS_ID', 'guest_txtROOM', 'guest_txtREASON', 'guest_txtSTART_DATE', 'guest_txtEND_DATE'].map(name => $(`#${name}`).val() || '');
    $('#addpersonLT').remove();
    $('#listed tbody').append(`<tr>${said.map(text => `<td>${text}</td>`).join('')}</tr>`);
  });
}
(async () => {
  const me = await call('/api/toi'), form = await call('/api/bieu-mau');
  if (me.ten && form.head.code === '2.001159') { lodging(me, form); return; }
  $('#root').html(me.ten
    ? `<header><b>Cổng Dịch vụ công Bộ Công an</b><span>${me.ten} <a href="/dang-xuat">Đăng xuất</a></span></header><main><h2>Chọn trường hợp hồ sơ</h2>
       <p><label><input type="radio" name="case" value="1"> Đăng ký tạm trú</label></p><button id="go">Đồng ý</button></main>`
    : `<header><b>Cổng Dịch vụ công Bộ Công an</b></header><main><h2>Đăng nhập</h2>
       <div class="login-IDP BCA card" onclick="handleNoDomain('BCA')">Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân</div></main>`);
  $('#go').on('click', () => {
    if (!$('[name=case]:checked').length) { alert('Vui lòng chọn trường hợp'); return; }
    location.href = 'https://dichvucong.dancuquocgia.gov.vn/portal/p/home/dang-ky-tam-tru.html';
  });
})();
