"""Rules of ``data/lexicon/feedback_rules.toml`` by id, in display order."""

from skillgap.lexicon import own
from skillgap.model.feedback import Rule

RULES = {rule_id: Rule(id=rule_id, **fields) for rule_id, fields in own().feedback_rules.records["rules"].items()}
ORDER = {rule_id: place for place, rule_id in enumerate(RULES)}
