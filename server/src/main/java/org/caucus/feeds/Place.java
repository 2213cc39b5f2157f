package org.caucus.feeds;

import java.time.Instant;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param domain the mail domain, which identifiers are made under (RFC 4151)
 * @param pages address of the workspace's pages, without a slash at the end
 * @param area the page of all its things, below that
 * @param key the id of its key; never the secret
 * @param since when its key was made
 * @param words what it says itself, in its reader's language
 */
public record Place(
    String domain,
    String pages,
    String area,
    String title,
    String key,
    Instant since,
    FeedWords words) {
  /** The same of other things of the workspace. */
  public Place of(String otherArea, String otherTitle) {
    return new Place(domain, pages, otherArea, otherTitle, key, since, words);
  }

  /** Identifiers of things are the same in every feed, and lead nowhere. */
  public String idOf(String kind, String id) {
    return "tag:" + domain + ",2026:" + kind + "/" + id;
  }

  /** Where all of them stand. */
  String home() {
    return pages + "/" + area;
  }

  String id() {
    return idOf("feed", key.substring(0, 32) + (area.equals("updates") ? "" : "/" + area));
  }

  /** Where one stands. */
  public String page(String id) {
    return home() + "/" + id;
  }

  Instant changed(List<Leaf> leaves) {
    return leaves.stream().map(Leaf::changed).max(Instant::compareTo).orElse(since);
  }
}
