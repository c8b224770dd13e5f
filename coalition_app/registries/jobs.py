"""Loading a registry's file, as a job."""

from coalition_app.web import jobs


def load(running: jobs.Running) -> jobs.Outcome:
    raise jobs.Failed(str(running.given))


JOBS = {
    "registry": jobs.Work(load, stopped="Nothing of the file was taken in: begin it once more.")
}
