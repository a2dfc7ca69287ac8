// A procedure's page on the national portal. Its boxes choose on the press of the button, not on the click; their list
// hangs at the end of the body; the agencies appear one after the other, the wrong one first.
const e = React.createElement, { useState, useEffect } = React;

function Box({ says, load, value, choose }) {
  const [rows, setRows] = useState(null), [search, setSearch] = useState(''), [at, setAt] = useState({});
  const open = async event => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt({ left: box.left, top: box.bottom + scrollY });
    setRows([]);
    setRows(await load());
  };
  const shut = row => { choose(row); setRows(null); setSearch(''); };
  const list = rows && ReactDOM.createPortal(e('div', { className: 'listbox', style: at },
    e('input', { placeholder: 'Tìm kiếm', value: search, onChange: event => setSearch(event.target.value) }),
    e('ul', { role: 'listbox' }, rows.filter(row => row.toLowerCase().includes(search.toLowerCase())).map(row =>
      e('li', { key: row, onMouseDown: event => { event.preventDefault(); shut(row); } }, row)))), document.body);
  const closed = value
    ? e('input', { value, readOnly: true, onClick: open, 'aria-label': says })
    : e('button', { 'aria-haspopup': 'listbox', onClick: open }, `Chọn ${says.toLowerCase()}`);
  return e('div', { className: 'field' }, e('div', null, says), closed, list);
}

function Agencies({ me, at }) {
  const [cards, setCards] = useState([]);
  useEffect(() => {
    let live = true;
    (async () => {
      for (const card of await call(`/api/co-quan?tinh=${encodeURIComponent(at.province)}&xa=${encodeURIComponent(at.commune)}`)) {
        if (live) setCards(shown => [...shown, card]);
        await pause(700);
      }
    })();
    return () => { live = false; };
  }, []);
  return e('div', null, e('h3', null, 'Danh sách cơ quan thực hiện'), cards.map(card =>
    e('div', { className: 'card', key: card.ten }, e('b', null, card.ten), ' ', e('button', { onClick: () => { location.href = me.ten ? card.noi : me.vao; } }, 'Nộp trực tuyến'))));
}

function Standing({ me, again }) {
  const [ticked, tick] = useState(false), [passcode, setPasscode] = useState(''), [error, setError] = useState('');
  const [asked] = me.hoi;
  const send = async (work, code) => { const answer = await call('/api/xac-nhan', { viec: work, ma: code }); setError(answer.loi || ''); setPasscode(''); if (!answer.loi) again(); };
  if (asked === 'dong-y') return e('div', { className: 'veil' }, e('div', { className: 'modal' }, e('h3', null, 'Chia sẻ dữ liệu'),
    e('label', null, e('input', { type: 'checkbox', checked: ticked, onChange: event => tick(event.target.checked) }), ' Tôi đồng ý chia sẻ thông tin cá nhân với Cổng Dịch vụ công quốc gia'),
    e('p', null, e('button', { disabled: !ticked, onClick: () => send('dong-y') }, 'Xác nhận chia sẻ'))));
  if (asked === 'passcode') return e('div', { className: 'veil' }, e('div', { className: 'modal' }, e('h3', null, 'Nhập passcode'),
    e('input', { type: 'password', inputMode: 'numeric', value: passcode, onChange: event => setPasscode(event.target.value) }),
    e('p', null, e('button', { onClick: () => send('passcode', passcode) }, 'Xác nhận')), error && e('p', { className: 'error' }, error)));
  return null;
}

function Procedure() {
  const [me, setMe] = useState(null), [province, setProvince] = useState(''), [commune, setCommune] = useState(''), [agreed, agree] = useState(false);
  const again = async () => setMe(await call('/api/toi'));
  useEffect(() => { again(); }, []);
  if (!me) return e('p', null, 'Đang tải…');
  return e('div', null,
    e('header', null, e('b', null, 'Cổng Dịch vụ công quốc gia'), e('span', null, me.ten && e('span', { className: 'user-dropdown' }, me.ten, ' ', e('a', { href: '/dang-xuat' }, 'Đăng xuất')), ' ', e('a', { href: me.vao }, 'Đăng nhập'))),
    e('main', null, e('h2', null, me['thu-tuc']),
      e('div', { className: 'card' }, e('h3', null, 'Chọn cơ quan thực hiện'),
        e(Box, { says: 'Tỉnh/Thành phố', value: province, choose: row => { setProvince(row); setCommune(''); agree(false); }, load: () => call('/api/danh-muc?ten=tinh') }),
        e(Box, { says: 'Phường/Xã', value: commune, choose: row => { setCommune(row); agree(false); }, load: () => call(`/api/danh-muc?ten=tinh&cua=${encodeURIComponent(province)}`) }),
        e('button', { disabled: !commune, onClick: () => agree(true) }, 'Đồng ý')),
      agreed && e(Agencies, { me, at: { province, commune } })),
    me.ten && e(Standing, { me, again }));
}
ReactDOM.createRoot(document.getElementById('root')).render(e(Procedure));
