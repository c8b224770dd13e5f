from flask import Blueprint, current_app

from coalition_app.documents.run_folder import RunFolder
from coalition_app.extensions import db
from coalition_app.models import PrintRun

bp = Blueprint("print_runs", __name__)


def run_or_404(id: int) -> PrintRun:
    return db.get_or_404(PrintRun, id)


def folder_of(run: PrintRun) -> RunFolder:
    return RunFolder(current_app.config["INSTANCE"], run.id)
