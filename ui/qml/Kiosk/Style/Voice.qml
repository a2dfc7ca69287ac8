pragma Singleton
import QtQuick

// What should be read aloud. The app connects said and silenced to ui/window/speech.py; nothing is said while sound is off.
QtObject {
    id: voice

    signal said(var texts) // a list of sentences
    signal silenced

    function say(texts: var) {
        const wanted = texts.filter(text => text.length > 0);
        if (Look.sound && wanted.length > 0)
            voice.said(wanted);
    }

    function stop() {
        voice.silenced();
    }

    // The words of a screen in reading order: every shown item that carries a `spoken` text. An item with
    // `spoken` speaks for everything inside it.
    function wordsOf(item: Item): var {
        const found = [];
        voice.collect(item, found);
        return found;
    }

    function collect(item: var, found: var) {
        if (!item || !item.visible)
            return;
        if (item.spoken !== undefined) {
            if (item.spoken.length > 0)
                found.push(item.spoken);
            return;
        }
        for (let i = 0; i < item.children.length; i++)
            voice.collect(item.children[i], found);
    }
}
