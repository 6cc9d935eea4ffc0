import pytest

from skillgap.nlp.alias_variants import spellings


@pytest.mark.parametrize(
    ("alias", "kind", "forms"),
    [
        ("Power BI", "tool", {"Power BI", "PowerBI"}),
        ("DevOps", "language", {"DevOps", "Dev Ops"}),
        ("problem-solving", "language", {"problem-solving", "problemsolving"}),
        ("firewall", "security", {"firewall", "firewalls"}),
        ("Databases", "concept", {"Databases", "Database"}),
        ("API", "concept", {"API", "APIs"}),
        ("Kubernetes", "tool", {"Kubernetes"}),
        ("data analysis", "language", {"data analysis"}),
        ("C++", "language", {"C++"}),
        ("Oscilloscope", "tool", {"Oscilloscope", "Oscilloscopes"}),
        ("registry", "concept", {"registry", "registries"}),
    ],
)
def test_an_alias_stands_for_its_spellings(alias, kind, forms):
    assert forms <= set(spellings(alias, kind))


@pytest.mark.parametrize(
    ("alias", "kind", "never"),
    [
        ("Pandas", "framework", "Panda"),
        ("Analytics", "concept", "Analytic"),
        ("C", "language", "Cs"),
        ("Notion", "tool", "Notions"),
        ("Rocket", "database", "Rockets"),
        ("ARM", "concept", "ARMs"),
        ("MoveIt", "tool", "Move It"),
        ("InVision", "tool", "In Vision"),
        ("OneNote", "tool", "One Note"),
    ],
)
def test_a_name_that_is_no_plural_keeps_its_form(alias, kind, never):
    assert never not in spellings(alias, kind, guarded=True)
