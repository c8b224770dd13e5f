"""Contacts that were no meeting."""

from flask import Blueprint

bp = Blueprint("conversations", __name__)
