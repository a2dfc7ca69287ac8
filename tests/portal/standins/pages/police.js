// The police portal: a chooser of logins whose entries are plain boxes with a script, then the choice of the case.
window.handleNoDomain = async () => { location.href = (await call('/api/toi')).vao; };
(async () => {
  const me = await call('/api/toi');
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
