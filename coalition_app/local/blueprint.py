from flask import Blueprint

bp = Blueprint("local", __name__, url_prefix="/local")
