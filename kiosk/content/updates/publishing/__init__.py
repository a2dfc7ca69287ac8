"""The province's side: keys, signing, and the folder a web server or a stick offers. Never run at a station."""
