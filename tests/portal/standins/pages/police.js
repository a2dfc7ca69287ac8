// The police portal: a chooser of logins whose entries are plain boxes with a script, then the choice of the case.
window.handleNoDomain = async () => { location.href = (await call('/api/toi')).vao; };
// The notice of an overnight guest: native lists, the commune's loaded after the province, a row of guests added by hand.
async function lodging(me, form) {
  const holes = form.paragraphs.flatMap(paragraph => paragraph.parts.filter(part => part.name));
  $('#root').html(`<header><b>Cổng Dịch vụ công Bộ Công an</b><span>${me.ten} <a href="/dang-xuat">Đăng xuất</a></span></header><main><h2>${form.head.title}</h2><h3>${holes[0].section}</h3>
    ${holes.map(hole => `<div class="field"><label for="${hole.name}">${hole.label} *</label><select id="${hole.name}"><option value="">Chọn</option></select></div>`).join('')}
    <h3>Người lưu trú</h3><p><button>Thêm người lưu trú</button></p></main>`);
  const fill = async (hole, of) => {
    const rows = await call(`/api/danh-muc?ten=${hole.marks.list}${of ? `&cua=${encodeURIComponent(of)}` : ''}`);
    $(`#${hole.name}`).empty().append(new Option('Chọn', '')).append(rows.map(row => new Option(row, row)));
  };
  for (const hole of holes)
    if (hole.marks.of) $(`#${hole.marks.of}`).on('change', async function () { await pause(800); await fill(hole, this.value); });
    else fill(hole);
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
