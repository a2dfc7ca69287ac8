// The justice portal: four steps at one address, one mark for every step's button, papers through a wallet.
const e = React.createElement, { useState, useEffect, useRef } = React;
const STEPS = ['Thông tin người nộp', 'Tờ khai điện tử', 'Thành phần hồ sơ', 'Hoàn tất hồ sơ'];

function Wallet({ shut }) {
  const [file, setFile] = useState(null), chooser = useRef(null);
  const add = async () => {
    const answer = await upload('/api/File/upload', [file]);
    if (answer.loi) { toast(answer.loi); return; }
    await call('/api/File/cap-nhat-tai-lieu-ca-nhan', { ten: answer.ten });
    shut(answer.ten[0]);
  };
  return e('div', { className: 'veil' }, e('div', { className: 'modal' }, e('h3', null, 'Ví giấy tờ'),
    e('input', { type: 'file', ref: chooser, style: { display: 'none' }, onChange: event => setFile(event.target.files[0]) }),
    e('p', null, e('button', { onClick: () => chooser.current.click() }, 'Tải tệp từ máy'), ' ', file && file.name),
    e('p', null, e('button', { disabled: !file, onClick: add }, 'Thêm vào ví & Chọn'), ' ', e('button', { onClick: () => shut('') }, 'Đóng'))));
}

function Portal({ me }) {
  const [step, setStep] = useState(0), [phone, setPhone] = useState(''), [papers, setPapers] = useState({}), [wallet, setWallet] = useState(''), [pledged, pledge] = useState(false), [way, setWay] = useState(''), [code, setCode] = useState('');
  const frame = useRef(null), data = useRef({});
  useEffect(() => {
    const heard = message => { if (message.data?.viec === 'da-luu') { data.current = message.data.du_lieu; setStep(2); scrollTo(0, 0); } };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  }, []);
  const next = () => step === 1 ? frame.current.contentWindow.postMessage({ viec: 'luu' }, '*') : setStep(step + 1);
  const send = async () => {
    if (!pledged) { toast('Vui lòng xác nhận cam đoan'); return; }
    const answer = await call('/api/nop', { ...data.current, soDienThoaiNguoiNop: phone, hinhThucNhanKetQua: way });
    if (answer.loi) toast(answer.loi, 20000); else setCode(answer.ma);
  };
  const at = index => ({ style: { display: step === index && !code ? 'block' : 'none' } });
  return e('div', null,
    e('header', null, e('b', null, 'Cổng Dịch vụ công - Bộ Tư pháp'), e('span', { id: 'account_name' }, me.ten, ' ', e('a', { href: '/dang-xuat' }, 'Đăng xuất'))),
    e('main', null, e('ol', null, STEPS.map((name, index) => e('li', { key: name, style: { fontWeight: index === step ? 'bold' : 'normal' } }, name))),
      e('section', at(0), e('h3', null, 'Thông tin người nộp'),
        e('div', { className: 'field' }, e('label', null, 'Họ và tên'), e('input', { value: me.ten, readOnly: true })),
        e('div', { className: 'field' }, e('label', null, 'Số định danh cá nhân'), e('input', { value: me.so, readOnly: true })),
        e('div', { className: 'field' }, e('label', { htmlFor: 'phone' }, 'Số điện thoại'), e('input', { id: 'phone', value: phone, inputMode: 'tel', onChange: event => setPhone(event.target.value) }))),
      e('section', at(1), e('iframe', { ref: frame, src: me.khung, title: 'Tờ khai điện tử' })),
      e('section', at(2), e('h3', null, 'Thành phần hồ sơ'), e('table', null, e('tbody', null, ['Giấy tờ chứng minh', 'Giấy tờ khác'].map(name =>
        e('tr', { key: name }, e('td', null, name), e('td', null, papers[name] || ''), e('td', null, e('button', { onClick: () => setWallet(name) }, 'Chọn tệp'))))))),
      e('section', at(3), e('h3', null, 'Hình thức nhận kết quả'), ['Trực tiếp', 'Trực tuyến'].map(one =>
        e('label', { key: one }, e('input', { type: 'radio', name: 'nhan', checked: way === one, onChange: () => setWay(one) }), ` ${one} `)),
        e('p', null, e('label', null, e('input', { type: 'checkbox', checked: pledged, onChange: event => pledge(event.target.checked) }), ' Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên'))),
      code ? e('section', null, e('h2', null, 'Nộp hồ sơ thành công'), e('p', null, 'Mã hồ sơ: ', e('b', null, code)), e('p', null, 'Ngày hẹn trả kết quả: 05/12/2026'))
        : e('p', null, step > 0 && e('button', { onClick: () => setStep(step - 1) }, 'Quay lại'), ' ',
          step < 3 ? e('button', { 'data-e2e': 'btn-next', onClick: next }, 'Tiếp tục') : e('button', { 'data-e2e': 'btn-next', id: 'kt_gui-ho-so', onClick: send }, 'Gửi hồ sơ'))),
    wallet && e(Wallet, { shut: name => { if (name) setPapers({ ...papers, [wallet]: name }); setWallet(''); } }));
}
call('/api/toi').then(me => ReactDOM.createRoot(document.getElementById('root')).render(e(Portal, { me })));
