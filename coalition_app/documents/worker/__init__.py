"""The program of the child process that prints.

It is run by its folder's path, not as a part of coalition_app: to import that would cost every
start of a worker half a second and 40 MB for nothing. So its modules import each other by their
bare names, and nothing else of ours; the server imports only `frames`.
"""
