// What `page.call_of` may call.

globalThis.kioskForm = { signOut, asked, pick, scan, words, place, focus, leave, put, choose, changeAgain, press, openRows, search, placeOfRow, rowStands, touched, touchedRow, furtherRows, pressRow, giveFile, frames, renewal, quiet, cursor, aboveKeyboard };
