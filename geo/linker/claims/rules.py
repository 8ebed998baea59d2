"""All rules: how a frame says what its number is about.

A rule is a pattern over frames (see `geo.linker.claims.frames`), for some units; what no rule reads
is left alone. To add a quantity: a rule in the module it belongs to, its name in `QUANTITIES`, and
what stands beside it in `geo.measure.claims.check`.
"""

from geo.linker.claims.rules_ice import ICE_AND_STATES
from geo.linker.claims.rules_topic import BY_TOPIC
from geo.linker.claims.rules_topic_times import TIMES_BY_TOPIC
from geo.linker.claims.rules_traffic import TRAFFIC
from geo.linker.claims.rules_voyages import VOYAGES

QUANTITIES = (
    *("length", "distance", "distance saving", "time", "time saving", "share", "cargo"),
    *("transit cargo", "voyages", "ships", "containers", "ice extent", "ice change"),
    *("count of states", "year"),
)
RULES = (*VOYAGES, *TRAFFIC, *ICE_AND_STATES, *TIMES_BY_TOPIC, *BY_TOPIC)
"""In the order in which they are tried: the first that holds decides."""
