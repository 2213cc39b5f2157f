package org.caucus.feeds;

import java.time.Instant;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param domain the mail domain, which identifiers are made under (RFC 4151)
 * @param pages address of the workspace's pages, without a slash at the end
 * @param key the id of its key; never the secret
 * @param since when its key was made
 */
record Place(String domain, String pages, String title, String key, Instant since) {
  /** Identifiers of updates are the same in every feed, and lead nowhere. */
  String idOf(Item item) {
    return "tag:" + domain + ",2026:update/" + item.id();
  }

  String id() {
    return "tag:" + domain + ",2026:feed/" + key.substring(0, 32);
  }

  String page(Item item) {
    return pages + "/updates/" + item.id();
  }

  Instant changed(List<Item> items) {
    return items.stream().map(Item::changed).max(Instant::compareTo).orElse(since);
  }
}
