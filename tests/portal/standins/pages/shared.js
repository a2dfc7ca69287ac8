// What the practice portals have in common: calling an interface, a toast, waiting, dates as people write them.
window.call = async (address, body) => {
  const answer = await fetch(address, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return answer.json();
};
window.pause = ms => new Promise(done => setTimeout(done, ms));
window.toast = (words, ms = 4000) => {
  const shown = document.createElement('div');
  shown.className = 'toast';
  shown.setAttribute('role', 'alert');
  shown.textContent = words;
  document.body.append(shown);
  setTimeout(() => shown.remove(), ms);
};
window.choicesOf = marks => (marks.one || '').split('|').filter(Boolean).map(one => one.split('=')).map(([value, text]) => ({ value, text }));
window.dayFirst = iso => /^\d{4}-\d\d-\d\d/.test(iso) ? iso.slice(0, 10).split('-').reverse().join('/') : iso;
window.upload = async (address, files) => {
  const sent = new FormData();
  for (const file of files) sent.append('file', file);
  return (await fetch(address, { method: 'POST', body: sent })).json();
};
