import QtQuick

// What a keyboard on the screen is to those who only ask for one: the layout it shows. The keyboard itself is loaded
// when the first field needs it.
Rectangle {
    id: panel

    enum Layout {
        None,
        Letters,
        Digits,
        Date,
        Email,
        PaperNumber // digits first, letters behind a key: passports
    }

    required property int layout

    signal pageLeft // what was pressed on the page before means nothing on the next
}
