"""Pages of civil-status registers, scanned and indexed by an officer: typed twice, compared, named by rule, onto the
officer's own stick page by page.

`kinds` is the content; `entry` what is typed and when it cannot be; `naming` the file's name; `book_list` the list
beside the files; `sitting` what lies on the stick so far. Nothing here touches the station's disk.
"""
