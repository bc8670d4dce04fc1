def wrong(:
