"""What is tried at one installed station, in the order of the files: laid, asked, updated, taken away at the end."""
