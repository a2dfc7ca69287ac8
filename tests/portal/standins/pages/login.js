// The national login: class names change with every build, as those of the real page do.
const e = React.createElement, { useState, useEffect, useRef } = React;
const build = Math.random().toString(36).slice(2, 7);
const css = name => `${name}-${build}`;
const back = new URLSearchParams(location.search).get('redirect_uri');
const enter = code => { location.href = `${back}?code=${code}&state=1`; };

function Picture() {
  const [picture, setPicture] = useState(null), [spent, setSpent] = useState(false);
  const renew = async () => { setSpent(false); setPicture(await call('/api/anh-dang-nhap')); };
  useEffect(() => { renew(); }, []);
  useEffect(() => {
    if (!picture) return undefined;
    let asking = true;
    const end = setTimeout(() => { asking = false; setSpent(true); }, picture.song * 1000);
    (async () => {
      while (asking) {
        const answer = await call(`/api/da-quet?anh=${picture.anh}`);
        if (answer['ma-vao']) { enter(answer['ma-vao']); return; }
        await pause(300);
      }
    })();
    return () => { asking = false; clearTimeout(end); };
  }, [picture]);
  return e('div', { className: `qr ${css('qr')}` },
    picture && e('img', { src: picture.nguon, alt: 'qr_images', style: { opacity: spent ? .15 : 1 } }),
    spent && e('button', { onClick: renew }, 'Tải lại'));
}

function Cells({ done }) {
  const [cells, setCells] = useState(Array(6).fill('')), at = useRef([]);
  const put = (index, text) => {
    const next = cells.slice();
    for (const mark of text.replace(/\D/g, '')) if (index < 6) next[index++] = mark;
    setCells(next);
    at.current[Math.min(index, 5)]?.focus();
    if (next.every(Boolean)) done(next.join(''));
  };
  return e('div', { className: 'cells' }, cells.map((mark, index) =>
    e('input', { key: index, value: mark, inputMode: 'numeric', ref: node => { at.current[index] = node; }, onChange: event => put(index, event.target.value) })));
}

function Account() {
  const [number, setNumber] = useState(''), [password, setPassword] = useState(''), [asks, setAsks] = useState(false), [error, setError] = useState('');
  const send = async () => {
    const answer = await call('/api/tai-khoan', { so: number, 'mat-khau': password });
    setError(answer.loi || '');
    setAsks(answer.buoc === 'ma');
  };
  const code = async text => {
    const answer = await call('/api/ma', { ma: text });
    if (answer['ma-vao']) enter(answer['ma-vao']); else setError(answer.loi);
  };
  return e('div', null,
    e('div', { className: 'field' }, e('input', { placeholder: 'Số định danh cá nhân', value: number, onChange: event => setNumber(event.target.value) })),
    e('div', { className: 'field' }, e('input', { type: 'password', placeholder: 'Mật khẩu', value: password, onChange: event => setPassword(event.target.value) })),
    e('button', { onClick: send }, 'Đăng nhập'), error && e('p', { className: 'error' }, error),
    asks && e('div', { className: 'veil' }, e('div', { className: 'modal' }, e('h3', null, 'Nhập mã xác thực'), e('p', null, 'Mã xác thực đã được gửi đến thiết bị của bạn'), e(Cells, { done: code }))));
}

function Login() {
  const [way, setWay] = useState('qr');
  return e('div', null,
    e('header', { className: css('head') }, e('b', null, 'Hệ thống định danh và xác thực điện tử')),
    e('main', { className: css('body') }, e('h2', null, 'Đăng nhập VNeID'),
      e('p', null, e('button', { onClick: () => setWay('qr') }, 'Mã QR'), ' ', e('button', { onClick: () => setWay('account') }, 'Tài khoản')),
      way === 'qr' ? e('div', null, e('p', null, 'Quét mã QR bằng ứng dụng VNeID để đăng nhập'), e(Picture)) : e(Account)));
}
ReactDOM.createRoot(document.getElementById('root')).render(e(Login));
