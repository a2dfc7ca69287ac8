pragma ComponentBehavior: Bound
import QtQuick
import QtWebEngine
import Kiosk.PortalLink

// The official page: one profile off the record for the whole process, one view, and the window of a payment over it.
// The only files that know QtWebEngine are this one and GuardedView.
FocusScope {
    id: page

    required property PageLink link
    property real zoom: 1
    property var dialog: null // one that waits for its answer; the page stands still meanwhile
    property var chooser: null
    property string policy: "" // what every page of this visit may load, in the browser's own words
    readonly property GuardedView view: main.item as GuardedView
    readonly property GuardedView front: popup.item as GuardedView ?? page.view
    readonly property QtObject profile: profile
    readonly property string address: page.front ? page.link.written(page.front.url) : ""
    readonly property bool canGoBack: page.address.length > 0 && (page.front?.canGoBack ?? false) && page.front.history.backItems.rowCount() > (popup.active ? 0 : 1) // before the first is the empty page
    readonly property bool poppedUp: popup.active
    readonly property int progress: page.front?.loadProgress ?? 0

    function frameOf(way: var): var {
        let frame = page.front.mainFrame;
        for (const place of way)
            frame = frame.children[place];
        return frame;
    }

    function list(frame: var, way: var, found: var) {
        found.push({
            path: way,
            address: page.link.written(frame.url),
            name: frame.htmlName,
            width: frame.size.width,
            height: frame.size.height
        });
        if (way.length < 6 && found.length < 60)
            frame.children.forEach((child, place) => page.list(child, [...way, place], found));
    }

    function take(dialog: var) {
        page.dialog = dialog;
        page.link.dialogOpened(dialog.type === JavaScriptDialogRequest.DialogTypeAlert ? 0 : dialog.type === JavaScriptDialogRequest.DialogTypeConfirm ? 1 : dialog.type === JavaScriptDialogRequest.DialogTypePrompt ? 2 : 3, dialog.message.slice(0, 600));
    }

    function choose(request: var) {
        page.chooser = request;
        page.link.chooserOpened(request.mode === FileDialogRequest.FileModeOpenMultiple, request.acceptedMimeTypes);
    }

    function makeWindow(request: var) {
        const address = page.link.written(request.requestedUrl);
        if (!(request.userInitiated || saidYes.running) || popup.active) {
            page.link.refused("window");
        } else if (page.link.mayPopUp(address)) {
            saidYes.stop(); // one window for one yes
            popup.active = true;
            request.openIn(popup.item);
            page.link.popupShown(true);
        } else if (page.link.mayOpen(address)) { // a further tab of the portal itself: it takes the place of this one
            page.view.url = request.requestedUrl;
        } else {
            page.link.refused("window");
        }
    }

    function closePopup() {
        if (!popup.active)
            return;
        popup.active = false;
        page.link.popupShown(false);
        page.view?.forceActiveFocus();
    }

    WebEngineProfile {
        id: profile

        httpAcceptLanguage: "vi-VN,vi;q=0.9"
        httpCacheType: WebEngineProfile.MemoryHttpCache
        offTheRecord: true
        persistentCookiesPolicy: WebEngineProfile.NoPersistentCookies
        persistentPermissionsPolicy: WebEngineProfile.AskEveryTime
        spellCheckEnabled: false
        userScripts.collection: [
            {
                name: "no-bare-packets",
                injectionPoint: WebEngineScript.DocumentCreation,
                runsOnSubFrames: true,
                // What speaks to bare addresses asks neither the interceptor nor the resolver.
                sourceCode: "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport']) delete globalThis[name];",
                worldId: WebEngineScript.MainWorld
            },
            {
                name: "policy",
                injectionPoint: WebEngineScript.DocumentCreation,
                runsOnSubFrames: true,
                // Before the first script of the page: it waits for the observer.
                sourceCode: `(() => {
                    const lay = () => {
                        if (!document.head) return false;
                        const meta = document.createElement('meta');
                        meta.httpEquiv = 'Content-Security-Policy';
                        meta.content = ${JSON.stringify(page.policy)};
                        document.head.prepend(meta);
                        meta.remove();
                        return true;
                    };
                    if (!lay()) new MutationObserver((_, watch) => lay() && watch.disconnect()).observe(document, { childList: true, subtree: true });
                })();`,
                worldId: WebEngineScript.ApplicationWorld
            }
        ]
        onDownloadRequested: download => {
            download.cancel();
            page.link.refused("download");
        }
        onPresentNotification: notification => notification.close()
    }

    Loader {
        id: main

        active: true
        anchors.fill: parent
        focus: !popup.active

        sourceComponent: GuardedView {
            focus: true
            link: page.link
            objectName: "officialView"
            profile: profile
            zoomFactor: page.zoom
            onChooser: request => page.choose(request)
            onFrontDialog: request => page.take(request)
            onLoadingChanged: info => page.link.loadingTold(info.status, info.errorCode, page.link.written(info.url))
            onRenderProcessTerminated: (status, code) => page.link.crashed()
            onWindowAsked: request => page.makeWindow(request)
        }
    }

    Timer { // a yes to the page's question is the person's own act: Chromium counts five seconds from the tap before it
        id: saidYes

        interval: 30000
    }

    Loader {
        id: popup

        active: false
        anchors.fill: parent
        focus: active

        sourceComponent: GuardedView {
            focus: true
            link: page.link
            objectName: "paymentView"
            poppedUp: true
            profile: profile
            zoomFactor: page.zoom
            onChooser: request => {
                request.dialogReject();
                page.link.refused("file");
            }
            onFrontDialog: request => page.take(request)
            onRenderProcessTerminated: (status, code) => page.closePopup()
            onWindowAsked: request => page.link.refused("window")
            onWindowCloseRequested: Qt.callLater(page.closePopup)
        }
    }

    Connections {
        function onScriptAsked(way: var, code: string, number: int) {
            page.frameOf(way).runJavaScript(code, WebEngineScript.ApplicationWorld, answer => page.link.answered(number, typeof answer === "string" ? answer : ""));
        }

        function onTreeAsked() {
            const found = [];
            page.list(page.front.mainFrame, [], found);
            page.link.tree(found);
        }

        function onOpened(address: string) {
            page.closePopup();
            page.view.url = address;
        }

        function onReloaded() {
            page.view.reload();
        }

        function onBackAsked() {
            page.front.goBack();
        }

        function onRemade() {
            page.closePopup();
            page.dialog = null;
            page.chooser = null;
            main.active = false;
            main.active = true;
        }

        function onPopupClosed() {
            page.closePopup();
        }

        function onDialogAnswered(agreed: bool) {
            const dialog = page.dialog;
            page.dialog = null;
            if (dialog && agreed && dialog.type === JavaScriptDialogRequest.DialogTypeConfirm)
                saidYes.restart();
            if (dialog && agreed)
                dialog.dialogAccept();
            else if (dialog)
                dialog.dialogReject();
        }

        function onFilesGiven(paths: var) {
            const chooser = page.chooser;
            page.chooser = null;
            if (chooser && paths.length > 0)
                chooser.dialogAccept(paths);
            else if (chooser)
                chooser.dialogReject();
        }

        function onFocusAsked() {
            page.front.forceActiveFocus();
        }

        target: page.link
    }
}
