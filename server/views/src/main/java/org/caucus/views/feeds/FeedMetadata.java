package org.caucus.views.feeds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param domain the mail domain, which identifiers are made under (RFC 4151)
 * @param pages address of the workspace's pages, without a slash at the end
 * @param area what sort of things it has, such as {@code updates}
 * @param home the page of all of them, below that
 * @param key the id of its key; never the secret
 * @param mark what it is narrowed to, as {@link FeedFilter#mark}
 * @param since when its key was made
 * @param words what it says itself, in its reader's language
 */
public record FeedMetadata(
    String domain,
    String pages,
    String area,
    String home,
    String title,
    String key,
    String mark,
    Instant since,
    FeedMessages words) {
  /** The same of other things of the workspace. */
  public FeedMetadata of(String otherArea, String otherTitle) {
    return new FeedMetadata(
        domain, pages, otherArea, otherArea, otherTitle, key, mark, since, words);
  }

  /** The same things, of which all that are shown stand on a page of their own. */
  public FeedMetadata at(String page) {
    return new FeedMetadata(domain, pages, area, page, title, key, mark, since, words);
  }

  /** Identifiers of things are the same in every feed, and lead nowhere. */
  public String idOf(String kind, String id) {
    return "tag:" + domain + ",2026:" + kind + "/" + id;
  }

  /** Where all of them stand. */
  String address() {
    return pages + "/" + home;
  }

  /**
   * Its own (RFC 4287 section 4.2.6): of the key, the sort of things and what they are narrowed to,
   * whatever of them there is to see and however they are called.
   */
  String id() {
    String things = area.equals("updates") ? "" : "/" + area;
    return idOf("feed", key.substring(0, 32) + things + (mark.isEmpty() ? "" : "/" + mark));
  }

  /** Where one stands. */
  public String page(String id) {
    return address() + "/" + id;
  }

  Instant changed(List<FeedEntry> leaves) {
    return leaves.stream()
        .map(FeedEntry::changed)
        .max(Instant::compareTo)
        .orElse(since.truncatedTo(ChronoUnit.MILLIS));
  }
}
