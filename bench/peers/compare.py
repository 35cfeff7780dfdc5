"""Two charts compared as a script would do it: read by PyYAML's C loader, keyed by id."""

import sys

import yaml


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CLoader)


def keyed(section):
    """A section by id, whether it is a map or a list."""
    if isinstance(section, list):
        return {item.get("id", at): item for at, item in enumerate(section)}
    return section if isinstance(section, dict) else {"": section}


def changes(base, revision):
    for name in base.keys() | revision.keys():
        old, new = keyed(base.get(name)), keyed(revision.get(name))
        for thing in old.keys() | new.keys():
            if old.get(thing) != new.get(thing):
                yield name, thing, old.get(thing), new.get(thing)


if not hasattr(yaml, "CLoader"):
    sys.exit("PyYAML is there without its C loader")
if len(sys.argv) == 3:
    base, revision = map(read, sys.argv[1:])
    for change in changes(base, revision):
        print(*change)
