"""区划: the tree of administrative divisions, and the names of regions in texts."""

from yiyang_qa.regions.gazetteer import Gazetteer, gazetteer
from yiyang_qa.regions.issuers import region_of_issuer, regions_of_issuers
from yiyang_qa.regions.mentions import Mention, mentions
from yiyang_qa.regions.reach import Reach, Tier, answering
from yiyang_qa.regions.spoken import narrowed, region_addressed, region_of_number, region_spoken_of
from yiyang_qa.regions.unlisted import Unlisted, unlisted

__all__ = [
    "Gazetteer",
    "Mention",
    "Reach",
    "Tier",
    "Unlisted",
    "answering",
    "gazetteer",
    "mentions",
    "narrowed",
    "region_addressed",
    "region_of_issuer",
    "region_of_number",
    "region_spoken_of",
    "regions_of_issuers",
    "unlisted",
]
