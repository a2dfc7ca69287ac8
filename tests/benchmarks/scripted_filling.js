// The yardstick of the filling: sets each value by script, in order, waits while the page looks things up or redraws
// itself, and counts in window.__filled. For the practice e-form only.
async fields => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const quiet = async () => {
    let last = performance.now();
    const until = last + 3000;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    while (performance.now() - last < 350 && performance.now() < until) await pause(20);
    watch.disconnect();
  };
  const put = (field, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
    for (const kind of ['input', 'change', 'blur']) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const means = (words, text) => words.some(word => word.toLowerCase() === text.trim().toLowerCase());
  const from_list = async (list, words) => {
    list.querySelector('.input-field-select').click();
    for (let tries = 0; tries < 150; tries++) {
      const row = [...list.querySelectorAll('.input-field-select-options > div')].find(one => means(words, one.textContent));
      if (row) { row.click(); break; }
      await pause(20);
    }
    await quiet();
  };
  const one = async field => {
    const list = document.getElementById(`custom-select-${field.name}`);
    if (list) return from_list(list, field.words);
    const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${field.name}"]`)];
    if (boxes.length) {
      const label = box => (document.querySelector(`label[for="${box.id}"]`) || box.parentElement).textContent;
      const box = boxes.find(each => means(field.words, label(each)));
      if (box && !box.checked) box.click();
      return quiet();
    }
    const parts = ['day', 'month', 'year'].map(part => document.querySelector(`[name="${field.name}-${part}"], [id="${field.name}-${part}"]`));
    if (parts.every(Boolean)) { field.value.split('/').forEach((value, at) => put(parts[at], value)); return; }
    const input = document.querySelector(`input[name="${field.name}"]`);
    if (input) put(input, field.value);
  };
  for (const field of fields) {
    await one(field);
    if (field.waits) { await pause(field.waits); await quiet(); }
  }
  await quiet();
  window.__filled = fields.length;
}
