"""FollowTheMoney entities (https://followthemoney.tech), one JSON object a line: what Aleph and nomenklatura read."""
