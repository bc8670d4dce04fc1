"""Decodes the agent's frames in Python, for the tests and for a look by eye: `python read_wire.py FILE`."""

from __future__ import annotations

import collections
import itertools
import struct
import sys

NAMES = {
    1: "hello",
    2: "heap",
    3: "step",
    4: "collection-start",
    5: "collection-stop",
    6: "ended",
    7: "failure",
    8: "paused",
    9: "tracing-lost",
    10: "exit",
    11: "candidates",
    12: "running",
}
NONE = 0xFFFFFFFF


def read_frames(data: bytes):
    """(name of the kind, list of columns) of each complete frame; columns that say `same` are filled in."""
    previous: dict = {}
    at = 0
    while at + 8 <= len(data):
        length, kind, version = struct.unpack_from("<IHH", data, at)
        if at + 8 + length > len(data):
            break
        assert version == 2, version
        columns = list(read_columns(data[at + 8 : at + 8 + length], previous.get(kind)))
        previous[kind] = columns
        yield NAMES[kind], columns
        at += 8 + length


def read_columns(payload: bytes, previous):
    at = 0
    number = 0
    while at < len(payload):
        kind, count = struct.unpack_from("<B3xI", payload, at)
        at += 8
        if kind == 1:
            yield list(payload[at : at + count])
            at += count
        elif kind == 2:
            yield list(struct.unpack_from("<%dI" % count, payload, at))
            at += 4 * count
        elif kind == 3:
            yield list(struct.unpack_from("<%dQ" % count, payload, at))
            at += 8 * count
        elif kind == 4:
            lengths = struct.unpack_from("<%dI" % count, payload, at)
            at += 4 * count
            texts = []
            for length in lengths:
                texts.append(payload[at : at + length].decode())
                at += length
            yield texts
        elif kind == 5:
            yield previous[number]
        else:
            raise ValueError("column type %d" % kind)
        number += 1
    assert at == len(payload), "the columns do not end with the frame"


class Heap:
    """A heap message with its columns named, and what earlier ones said about its objects."""

    def __init__(self, columns, told: dict, types: dict) -> None:
        (
            self.head,
            self.address,
            self.type,
            self.refcount,
            self.counts,
            self.edges,
            self.ends,
            self.borrowed,
            new_types,
            modules,
            qualnames,
            described,
            sizes,
            flags,
            lengths,
            titles,
            edge_counts,
            labels,
            kinds,
            texts,
            scopes,
            lines,
            name_counts,
            names,
            values,
            name_kinds,
            name_texts,
            files,
            self.weak_holders,
            self.weak_referents,
            holding_scopes,
            holding_files,
            holding_threads,
            holding_libraries,
            held_counts,
            held_names,
            held_addresses,
        ) = columns
        self.files = files
        self.name_owns = [not kind & 4 for kind in name_kinds]
        name_kinds = [kind & 3 for kind in name_kinds]
        self.inside, self.tracked_total, self.tracked_rows, self.born_from = self.head
        types.update(zip(new_types, (f"{m}.{q}" for m, q in zip(modules, qualnames))))
        self.types = types
        assert len(self.address) == len(self.type) == len(self.refcount) == len(self.counts)
        assert sum(self.counts) == len(self.edges), "edges do not fit"
        assert sum(edge_counts) == len(labels) == len(kinds) == len(texts)
        at = 0
        self.described = described
        for a, size, flag, length, title, count in zip(
            described, sizes, flags, lengths, titles, edge_counts
        ):
            edges = zip(labels[at : at + count], kinds[at : at + count], texts[at : at + count])
            told[a] = {
                "size": size,
                "flags": flag,
                "length": length,
                "title": title,
                "edges": list(edges),
            }
            at += count
        self.row = {a: i for i, a in enumerate(self.address)}
        ends = list(itertools.accumulate(self.counts))
        self.edges_of = {
            a: self.edges[end - count : end]
            for a, end, count in zip(self.address, ends, self.counts)
        }
        self.told = {a: told.get(a) for a in self.address}
        for a in self.address:
            assert self.told[a] is not None, "an object was never described"
            assert len(self.told[a]["edges"]) == len(self.edges_of[a]), (
                self.types[self.type[self.row[a]]],
                self.told[a],
            )
            assert self.type[self.row[a]] in types, "a type was never announced"
            for target, (label, kind, _) in zip(self.edges_of[a], self.told[a]["edges"]):
                assert kind != 0 or target in self.row or self.inside, (
                    self.type_of(a),
                    label,
                    "leads nowhere",
                )
        self.holdings = []
        at = 0
        for title, file, thread, library, count in zip(
            holding_scopes, holding_files, holding_threads, holding_libraries, held_counts
        ):
            held = list(zip(held_names[at : at + count], held_addresses[at : at + count]))
            self.holdings.append((title, file, thread, library, held))
            at += count
        assert at == len(held_names) == len(held_addresses)
        self._name_values = values
        self.scopes = []
        at = 0
        for scope, line, count in zip(scopes, lines, name_counts):
            self.scopes.append(
                (
                    scope,
                    line,
                    {
                        n: (v, k, t)
                        for n, v, k, t in zip(
                            names[at : at + count],
                            values[at : at + count],
                            name_kinds[at : at + count],
                            name_texts[at : at + count],
                        )
                    },
                )
            )
            at += count

    def type_of(self, a) -> str:
        return self.types[self.type[self.row[a]]]

    def refcount_of(self, a) -> int:
        return self.refcount[self.row[a]]

    def references(self) -> collections.Counter:
        """How many counts of each address the message gives an owner: edges, names and what frames hold."""
        found = collections.Counter(self.edges)
        found.subtract(collections.Counter(self.borrowed))
        found.update(v for v, owns in zip(self._name_values, self.name_owns) if owns)
        found.update(address for holding in self.holdings for _, address in holding[4])
        return found

    def words_for(self, a) -> str:
        return "%s %s" % (self.type_of(a), self.told[a]["title"])

    def global_names(self) -> dict:
        return self.scopes[0][2] if self.scopes else {}


def read_messages(data: bytes):
    """(name, columns or Heap) in order."""
    told: dict = {}
    types: dict = {}
    for name, columns in read_frames(data):
        if name == "candidates":
            types.update(zip(columns[7], map("{}.{}".format, columns[8], columns[9])))
        yield name, Heap(columns, told, types) if name == "heap" else columns


def main() -> None:
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    for name, body in read_messages(data):
        if name != "heap":
            print(name, *body)
            continue
        print(
            "heap rows %d tracked %d born from %d total %d described %d inside %d ends %s"
            % (
                len(body.address),
                body.tracked_rows,
                body.born_from,
                body.tracked_total,
                len(body.described),
                body.inside,
                body.ends,
            )
        )
        if "-v" in sys.argv:
            for row, a in enumerate(body.address):
                told = body.told[a]
                print(
                    "   ",
                    "*"
                    if row >= body.born_from and row < body.tracked_rows
                    else "u"
                    if row >= body.tracked_rows
                    else " ",
                    hex(a),
                    body.type_of(a),
                    "rc",
                    body.refcount[row],
                    "size",
                    told["size"],
                    "fl",
                    told["flags"],
                    "len",
                    told["length"],
                    told["title"],
                )
                for label, kind, text in told["edges"]:
                    print("          ", label, "oax"[kind], text.replace("\x1f", " "))
        for scope, line, names in body.scopes:
            print(
                "   scope",
                scope,
                line,
                {n: (hex(v), k, t.replace("\x1f", " ")) for n, (v, k, t) in names.items()},
            )


if __name__ == "__main__":
    main()
