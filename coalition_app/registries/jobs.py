"""Loading a registry's file, as a job."""

from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import WrongFile
from coalition_app.registries.loaded import take_in
from coalition_app.web import clock, jobs, uploads

SEARCH, FILES = "/registries", "/registries/files"


def load(running: jobs.Running) -> jobs.Outcome:
    name = running.given["file"]
    file = uploads.path_of(name)
    if not file.exists():
        raise jobs.Failed("The file is not here any more.", FILES, "Choose it again")
    try:
        reader = RegistryReader(file)
        running.begin(reader.lines_count, "Reading the file, then making it searchable")
        words = take_in(reader, clock.now(), running.report)
    except WrongFile as problem:
        uploads.drop(name)
        raise jobs.Failed(f"Nothing was loaded. {problem}", FILES, "Choose another file") from None
    except jobs.Canceled:
        uploads.drop(name)
        raise
    uploads.drop(name)
    return jobs.Outcome(words, url=SEARCH, link="Search them")


JOBS = {"registry": jobs.Work(load, stopped="Nothing of the file was taken in.")}
