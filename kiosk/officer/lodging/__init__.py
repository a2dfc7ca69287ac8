"""A lodging list: who stays where from when to when, made guest by guest for the commune's police.

`guest` and `listing` hold it, `judging` says what is missing or cannot be, `columns` what the police's page asks for
(content of the pack), `sheet` writes the workbook. It lies nowhere but in the officer's open work.
"""
