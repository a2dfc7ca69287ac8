// The bank's page: pays, then closes its window, or leads back where it has none of its own.
const bill = new URLSearchParams(location.search).get('don');
Vue.createApp({
  data: () => ({ card: '', done: false }),
  methods: {
    async pay() {
      await call('/api/tra', { don: bill });
      this.done = true;
      if (window.opener) setTimeout(() => window.close(), 600);
      else { const { ma: code } = await fetch(`https://dichvucong.dancuquocgia.gov.vn/api/da-tra?don=${bill}`).then(answer => answer.json()).catch(() => ({})); location.href = `https://dichvucong.dancuquocgia.gov.vn/portal/p/home/ket-qua.html?ma=${code || ''}&don=${bill}`; }
    },
  },
  template: `<main><h2>Cổng thanh toán</h2><p>Số tiền: 7.000 đồng</p><div class="field"><label for="card">Số thẻ</label><input id="card" v-model="card" inputmode="numeric" autocomplete="cc-number"></div>
    <button @click="pay">Thanh toán</button><p v-if="done">Thanh toán thành công</p></main>`,
}).mount('#root');
