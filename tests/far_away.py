"""A small report of the learner's own that measures between any places of the earth."""

from closereading import open_report


def made(work, places, routes, unit="miles"):
    """The report, opened. places: (id, lat, lon) each; routes: (start, end) each; unit: as printed
    in its one claim, “about 700 miles”.
    """
    folder = work / "mine"
    folder.mkdir()
    (folder / "text.txt").write_text(f"It is about 700 {unit} away.\n", encoding="utf-8")
    (folder / "claims.csv").write_text(
        f"id,paragraph,quote,speaker\nK1,1,about 700 {unit},no stated source\n", encoding="utf-8"
    )
    (folder / "numbers.csv").write_text(
        f"id,from,words,hedge,low,high,unit\nN1,K1,about 700 {unit},about,700,700,{unit}\n",
        encoding="utf-8",
    )
    rows = "".join(f"{key},{key.title()},{lat},{lon},test\n" for key, lat, lon in places)
    (folder / "places.csv").write_text(f"id,name,lat,lon,source\n{rows}", encoding="utf-8")
    rows = "".join(f"{a}-{b},K1,{a},{b},straight,computed\n" for a, b in routes)
    (folder / "routes.csv").write_text(f"id,claim,from,to,path,source\n{rows}", encoding="utf-8")
    return open_report("mine")
