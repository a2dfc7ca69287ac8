"""What tests share: real daemons on private sockets, made-up persons, personas."""
