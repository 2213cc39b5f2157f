package org.caucus.coalition.lists.subscriptions;

import java.time.Instant;
import org.caucus.coalition.lists.MailingList;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * What was chosen for the privacy of lists, immutable.
 *
 * @param chosen by slug of the list, in order
 */
public record ListPrivacySettings(PMap<String, PersistentVector<Since>> chosen) {
  /** What holds from then on. */
  public record Since(Instant at, ListPrivacy privacy) {}

  /** Nobody chose. */
  public static ListPrivacySettings none() {
    return new ListPrivacySettings(PersistentMap.empty());
  }

  /** After it was chosen for a list. */
  public ListPrivacySettings with(String list, ListPrivacy privacy, Instant at) {
    PersistentVector<Since> earlier = chosen.getOrDefault(list, PersistentVector.empty());
    return new ListPrivacySettings(chosen.plus(list, earlier.plus(new Since(at, privacy))));
  }

  /** What holds for a list now. */
  public ListPrivacy now(String list) {
    return at(list, Instant.MAX);
  }

  /** What held for a list then. */
  public ListPrivacy at(String list, Instant then) {
    if (list.equals(MailingList.CONVERSATIONS.slug())) {
      return ListPrivacy.CONVERSATIONS;
    }
    ListPrivacy found = ListPrivacy.BEFORE;
    for (Since since : chosen.getOrDefault(list, PersistentVector.empty())) {
      found = since.at().isAfter(then) ? found : since.privacy();
    }
    return found;
  }

  /** Whether addresses were or are hidden on a list, be it for companies alone. */
  public boolean mayHide(String list) {
    return list.equals(MailingList.CONVERSATIONS.slug())
        || chosen.getOrDefault(list, PersistentVector.empty()).stream()
            .anyMatch(since -> since.privacy().addresses() != ListPrivacy.Addresses.SHOWN);
  }

  /** Whether it was ever chosen, be it when the list was opened. */
  public boolean isChosen(String list) {
    return chosen.containsKey(list);
  }
}
