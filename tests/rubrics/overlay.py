"""A made-up overlay for 资阳: marks that nobody printed, for tests."""

GOALS = {"1.1": "8", "1.2": "8", "1.3": "8", "2.1": "6", "3.1": "5", "E.1": "5"}
MEASURES = {
    **dict.fromkeys(("4.1", "4.2", "5.1", "5.3", "5.5", "5.6", "5.7", "5.8", "6.1"), "4"),
    **dict.fromkeys(("4.3", "4.4", "4.5", "4.6", "5.2", "5.4", "6.2", "6.3"), "3"),
}
NUMBERS = ("1.1", "1.2", "1.3", "2.1", "3.1")
SIGNATURE = {
    "base": "ziyang-2016",
    "issuer": "市质量强市工作领导小组",
    "document": "质强〔2016〕1号",
    "date": "2016-03-01",
}


def overlay(**changed: object) -> dict[str, object]:
    """The overlay with top-level keys changed; None takes one away."""
    made: dict[str, object] = {
        "id": "made-up",
        "weights": {**GOALS, **MEASURES},
        "kinds": dict.fromkeys(NUMBERS, "proportional"),
        "default_kind": "assessed",
        "social": {"mode": "reference"},
        **changed,
    }
    return {key: value for key, value in made.items() if value is not None}


def weights(**changed: object) -> dict[str, object]:
    """The weights with some changed: `w11="9"` changes 1.1, `wE1` E.1."""
    named = {f"{name[1]}.{name[2:]}": value for name, value in changed.items()}
    merged = {**GOALS, **MEASURES, **named}
    return {code: value for code, value in merged.items() if value is not None}
