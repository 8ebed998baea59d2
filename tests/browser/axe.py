"""What axe finds: the barriers that a machine can see."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {
        "target-size": {"enabled": True},
        "heading-order": {"enabled": True},
        "page-has-heading-one": {"enabled": True},
    },
}
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
THEMES = {"light": RULES, "dark": COLOUR_RULES}
"""What to look for in each theme: one of them is enough for what has nothing to do with colours."""
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
"""Describing what keeps the rules would take as long as finding what breaks them."""


def violations(
    sight: Page | Frame, *, rules: dict[str, Any] = RULES, within: str | None = None
) -> list[str]:
    """Return what axe finds, a line for each part that breaks a rule; `within` is a selector."""
    options: Any = rules | ONLY_VIOLATIONS
    found = Axe().run(sight, within, options=options).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in found
        for node in one["nodes"]
    ]
