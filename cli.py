"""Right Party without a browser: `python cli.py --help`."""

from command_line.app import app

if __name__ == "__main__":
    app()
