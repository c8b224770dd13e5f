"""`python3 app.py` sets up and serves this computer; `app:app` is for a WSGI server."""

import sys

import bootstrap

if __name__ == "__main__":
    with bootstrap.in_plain_words():
        bootstrap.enter(bootstrap.RUNTIME)

from coalition_app import create_app, serving, starting

if __name__ == "__main__":
    sys.exit(starting.start(sys.argv[1:]))

app = create_app()
serving.refuse_while_behind(app)
