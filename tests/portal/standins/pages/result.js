// The page after a filing, or the list of drafts: a draft has a code too, and no day of return.
(async () => {
  const asked = new URLSearchParams(location.search), code = asked.get('ma') || (asked.get('don') && (await call(`/api/da-tra?don=${asked.get('don')}`)).ma), draft = asked.get('nhap');
  const out = location.host.includes('dancuquocgia') ? 'https://dichvucong.bocongan.gov.vn/dang-xuat' : '/dang-xuat';
  document.getElementById('root').innerHTML = draft
    ? `<header><b>Hồ sơ của tôi</b> <a href="${out}">Đăng xuất</a></header><main><h2>Lưu hồ sơ thành công</h2><p>Hồ sơ nháp. Mã hồ sơ: <b>${draft}</b></p><p>Hồ sơ chưa được nộp.</p></main>`
    : `<header><b>Kết quả</b> <a href="${out}">Đăng xuất</a></header><main><h2>Nộp hồ sơ thành công</h2><p>Mã hồ sơ: <b>${code}</b></p><p>Ngày hẹn trả dự kiến: 05/12/2026</p></main>`;
})();
