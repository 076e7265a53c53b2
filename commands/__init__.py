"""What the command line says: each module turns results into lines; `cli.py` prints them."""
