"""What a track may have at most, in one table."""

from typing import Final

MB: Final = 1024 * 1024
FILE_BYTES: Final = 10 * MB
POINTS: Final = 1_000_000
JSON_OBJECTS: Final = 1_000_000  # each takes some 100 bytes of memory
DEPTH: Final = 64  # of elements in XML, and of collections in GeoJSON
STEPS: Final = 200_000  # at which a track is compared with the zones
STEP_NM: Final = 1.5  # of the longest of them: a strait's gate is found within 3 km
LENGTH_NM: Final = int(STEPS * STEP_NM)
DRAWN_POINTS: Final = 2_000
NAME_CHARS: Final = 80  # of a file's name, as shown
SHOWN: Final = 5  # bad points that a sentence names
SHOWN_CHARS: Final = 20  # of what stands there
HAND_POINTS: Final = 500
HAND_STEPS_BACK: Final = 100
