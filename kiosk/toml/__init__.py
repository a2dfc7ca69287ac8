"""The one door for TOML: settings, content and lists are read here with all their faults at once, and written here.

    parsed = parse(source, "kiosk.toml")            # bytes -> tables, or one `FileFault`
    value = convert(tables, Kind, "kiosk.toml")     # tables -> typed value, or every `FileFault`
    text = edited(text, {"printer": {"uri": ""}})   # keys changed, comments kept

Knows no file of the program and no type but those handed in; nothing here touches the disk but `read_file`.
"""
