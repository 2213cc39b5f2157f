package org.caucus.lists.mail;

import java.time.Instant;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.pcollections.PMap;

/**
 * What was chosen for the privacy of lists, immutable.
 *
 * @param chosen by slug of the list, in order
 */
public record Privacies(PMap<String, Row<Since>> chosen) {
  /** What holds from then on. */
  public record Since(Instant at, Privacy privacy) {}

  /** Nobody chose. */
  public static Privacies none() {
    return new Privacies(Trie.empty());
  }

  /** After it was chosen for a list. */
  public Privacies with(String list, Privacy privacy, Instant at) {
    Row<Since> earlier = chosen.getOrDefault(list, Row.empty());
    return new Privacies(chosen.plus(list, earlier.plus(new Since(at, privacy))));
  }

  /** What holds for a list now. */
  public Privacy now(String list) {
    return at(list, Instant.MAX);
  }

  /** What held for a list then. */
  public Privacy at(String list, Instant then) {
    Privacy found = Privacy.BEFORE;
    for (Since since : chosen.getOrDefault(list, Row.empty())) {
      found = since.at().isAfter(then) ? found : since.privacy();
    }
    return found;
  }

  /** Whether addresses were or are hidden on a list, be it for companies alone. */
  public boolean mayHide(String list) {
    return chosen.getOrDefault(list, Row.empty()).stream()
        .anyMatch(since -> since.privacy().addresses() != Privacy.Addresses.SHOWN);
  }

  /** Whether it was ever chosen, be it when the list was opened. */
  public boolean isChosen(String list) {
    return chosen.containsKey(list);
  }
}
