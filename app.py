"""`python3 app.py` sets up and serves this computer; `app:app` is for a WSGI server."""

import sys

import bootstrap

if __name__ == "__main__":
    try:
        bootstrap.enter(bootstrap.RUNTIME)
    except bootstrap.SetupFailed as problem:
        sys.exit(str(problem))

from coalition_app import create_app, serving

app = create_app()

if __name__ == "__main__":
    sys.exit(serving.run(app))

serving.refuse_while_behind(app)
