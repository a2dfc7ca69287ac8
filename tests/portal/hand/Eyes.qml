// Looks into the web views of a window: which frames there are, and what a script in one of them returns.
// In QML because PySide can hand neither a view nor a frame to Python.
import QtQuick

QtObject {
    id: eyes

    property Item root
    signal answered(string number, string answer)

    function isView(item) {
        return item.mainFrame !== undefined && item.zoomFactor !== undefined;
    }

    function viewsIn(item) {
        let found = [];
        for (const child of item.children) {
            if (!child.visible)
                continue;
            found = found.concat(eyes.isView(child) ? [child] : eyes.viewsIn(child));
        }
        return found;
    }

    function view() {
        const found = eyes.viewsIn(eyes.root).filter(each => each.width > 1 && each.height > 1);
        return found[found.length - 1];
    }

    function tree(frame, path) {
        let found = [{
                "path": path,
                "address": String(frame.url),
                "name": String(frame.name)
            }];
        for (let index = 0; index < frame.children.length; index++)
            found = found.concat(eyes.tree(frame.children[index], path.concat([index])));
        return found;
    }

    function frames() {
        const shown = eyes.view();
        if (!shown)
            return JSON.stringify({
                "frames": [],
                "views": 0
            });
        const corner = shown.mapToItem(null, 0, 0);
        return JSON.stringify({
            "frames": eyes.tree(shown.mainFrame, []),
            "views": eyes.viewsIn(eyes.root).length,
            "x": corner.x,
            "y": corner.y,
            "width": shown.width,
            "height": shown.height,
            "zoom": shown.zoomFactor,
            "address": String(shown.url),
            "title": String(shown.title),
            "loading": shown.loading
        });
    }

    function run(number, path, code, world) {
        const shown = eyes.view();
        if (!shown) {
            eyes.answered(number, "null");
            return;
        }
        let frame = shown.mainFrame;
        for (const index of path)
            frame = frame.children[index];
        frame.runJavaScript(code, world, answer => eyes.answered(number, JSON.stringify(answer === undefined ? null : answer)));
    }
}
