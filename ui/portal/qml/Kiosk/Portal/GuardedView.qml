import QtQuick
import QtWebEngine
import Kiosk.PortalLink

// A web view with every way out closed: what a page asks of the computer is refused here, and told by its kind alone.
WebEngineView {
    id: view

    required property PageLink link
    property bool poppedUp: false // the window of a payment

    signal windowAsked(var request)
    signal frontDialog(var request)
    signal chooser(var request)

    function refuse(kind: string) {
        view.link.refused(kind);
    }

    function isOfPage(scheme: string): bool { // what a page made itself, for itself
        return scheme === "about:blank" || scheme === "about:srcdoc";
    }

    activeFocusOnPress: true
    backgroundColor: "white"
    settings.accelerated2dCanvasEnabled: false
    settings.allowGeolocationOnInsecureOrigins: false
    settings.allowRunningInsecureContent: false
    settings.allowWindowActivationFromJavaScript: false
    settings.autoLoadIconsForPage: false
    settings.dnsPrefetchEnabled: false
    settings.errorPageEnabled: false
    settings.focusOnNavigationEnabled: true
    settings.fullScreenSupportEnabled: false
    settings.hyperlinkAuditingEnabled: false
    settings.javascriptCanAccessClipboard: false
    settings.javascriptCanOpenWindows: true // by a person's tap; what opens is judged
    settings.javascriptCanPaste: false
    settings.localContentCanAccessFileUrls: false
    settings.localContentCanAccessRemoteUrls: false
    settings.localStorageEnabled: true
    settings.navigateOnDropEnabled: false
    settings.pdfViewerEnabled: false
    settings.playbackRequiresUserGesture: true
    settings.pluginsEnabled: false
    settings.screenCaptureEnabled: false
    settings.showScrollBars: true
    settings.spatialNavigationEnabled: false
    settings.touchIconsEnabled: false
    settings.unknownUrlSchemePolicy: WebEngineSettings.DisallowUnknownUrlSchemes
    settings.webGLEnabled: false
    settings.webRTCPublicInterfacesOnly: true

    onAuthenticationDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
        view.refuse("authentication");
    }
    onCertificateError: error => {
        error.rejectCertificate();
        if (error.isMainFrame)
            view.link.certificateRefused();
    }
    onColorDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onContextMenuRequested: request => request.accepted = true
    onDesktopMediaRequested: request => view.refuse("screen") // unanswered is refused
    onFileDialogRequested: request => {
        request.accepted = true;
        view.chooser(request);
    }
    onFileSystemAccessRequested: request => {
        request.reject();
        view.refuse("file-system");
    }
    onFullScreenRequested: request => {
        request.reject();
        view.refuse("full-screen");
    }
    onJavaScriptConsoleMessage: (level, message, line, source) => {} // words of a page reach no log
    onJavaScriptDialogRequested: request => {
        request.accepted = true;
        view.frontDialog(request);
    }
    onNavigationRequested: request => {
        const address = view.link.written(request.url);
        if (!request.isMainFrame && view.isOfPage(address))
            return;
        if (!(view.poppedUp && request.isMainFrame ? view.link.mayPopUp(address) : view.link.mayOpen(address))) {
            request.reject();
            view.refuse(request.isMainFrame ? "page" : "frame");
        }
    }
    onNewWindowRequested: request => view.windowAsked(request)
    onPermissionRequested: permission => {
        permission.deny();
        view.refuse("permission");
    }
    onPrintRequested: view.refuse("print")
    onPrintRequestedByFrame: frame => view.refuse("print")
    onQuotaRequested: request => request.reject()
    onRegisterProtocolHandlerRequested: request => {
        request.reject();
        view.refuse("protocol-handler");
    }
    onSelectClientCertificate: selection => selection.selectNone()
    onTooltipRequested: request => request.accepted = true
    onTouchSelectionMenuRequested: request => request.accepted = true
    onWebAuthUxRequested: request => {
        request.cancel();
        view.refuse("security-key");
    }
}
