pragma Singleton
import QtQuick

// What should be read aloud. The app connects said and silenced to ui/speech.py; nothing is said while sound is off.
QtObject {
    id: voice

    signal said(string text)
    signal silenced

    function say(text: string) {
        if (Look.sound && text.length > 0)
            voice.said(text);
    }

    function stop() {
        voice.silenced();
    }

    // The words of a screen in reading order: every shown item that carries a `spoken` text. An item with
    // `spoken` speaks for everything inside it.
    function wordsOf(item: Item): string {
        const found = [];
        voice.collect(item, found);
        return found.join(". ");
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
