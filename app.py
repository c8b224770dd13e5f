"""`python3 app.py` sets up and serves this computer; `app:app` is for a WSGI server."""

import sys

import bootstrap

if __name__ == "__main__":
    with bootstrap.in_plain_words():
        bootstrap.enter(bootstrap.RUNTIME)

from coalition_app import create_app, serving

app = create_app()

if __name__ == "__main__":
    sys.exit(serving.run(app))

serving.refuse_while_behind(app)
