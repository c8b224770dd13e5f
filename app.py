"""`python3 app.py` sets up and serves this computer; `app:app` is for a WSGI server."""

import gc
import sys

import bootstrap

if __name__ == "__main__":
    with bootstrap.in_plain_words():
        bootstrap.enter(bootstrap.RUNTIME)
    gc.disable()  # until all is loaded: nothing of it is garbage, and looking took a sixth of it

from coalition_app import create_app, serving, starting

if __name__ == "__main__":
    sys.exit(starting.start(sys.argv[1:]))

app = create_app()
serving.refuse_while_behind(app)
