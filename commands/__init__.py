"""What the command line says: each module turns results into lines; `command_line` prints them."""
