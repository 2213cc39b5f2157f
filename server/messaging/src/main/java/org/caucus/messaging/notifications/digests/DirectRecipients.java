package org.caucus.messaging.notifications.digests;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.rendering.OriginalCache;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Posts that a digest does not repeat: their letters name its reader in To or Cc, who so has them
 * from their authors. Anyone who wants the list's copies of such letters too gets them in the
 * digest.
 */
public final class DirectRecipients {
  /** Posts of one digest that are left out; of more the digest has a second copy. */
  static final int MOST = 500;

  /** Letters of which it is remembered whom they name: those asked about last. */
  private static final int MOST_LETTERS = 256;

  /** A letter that names more is read again for each digest. */
  private static final int MOST_NAMED = 200;

  private final SeatAddresses addresses;
  private final OriginalCache letters;
  private final Map<Key, Set<String>> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Set<String>> eldest) {
              return size() > MOST_LETTERS;
            }
          });

  private record Key(WorkspaceId workspace, String blob) {}

  /** Asks where people take their mail, and for letters as they came. */
  public DirectRecipients(SeatAddresses addresses, Blobs blobs) {
    this.addresses = addresses;
    this.letters = new OriginalCache((workspace, blob) -> blobs.get(workspace, new BlobId(blob)));
  }

  /** The entries among those that gathered which are not repeated, oldest first. Blocks. */
  List<String> among(Workspace state, PendingDigest gathering) {
    Seat seat = state.members().seats().get(gathering.seat());
    String list = gathering.list();
    if (seat == null
        || list.equals(DigestNotes.NOTICES)
        || state.lists().habits().now(seat.id(), list).copies()) {
      return List.of();
    }
    Set<String> own = addressesOf(seat);
    return DigestPosts.wanted(state, gathering.span()).stream()
        .filter(entry -> isFor(state.id(), entry.letter(), own))
        .map(entry -> entry.id())
        .limit(MOST)
        .toList();
  }

  private Set<String> addressesOf(Seat seat) {
    return addresses
        .mailboxes(seat.person())
        .map(
            found ->
                found.stream()
                    .flatMap(at -> at.every().stream())
                    .map(address -> address.comparisonForm())
                    .collect(Collectors.toSet()))
        .await();
  }

  private boolean isFor(WorkspaceId workspace, @Nullable EntryLetter letter, Set<String> own) {
    return letter != null && !Collections.disjoint(named(workspace, letter), own);
  }

  private Set<String> named(WorkspaceId workspace, EntryLetter letter) {
    Key key = new Key(workspace, letter.blob());
    Set<String> known = remembered.get(key);
    if (known != null) {
      return known;
    }
    Set<String> named = read(key);
    if (named.size() <= MOST_NAMED) {
      remembered.put(key, named);
    }
    return named;
  }

  /** Of one that cannot be read nobody is known to have it; that keeps no digest from leaving. */
  private Set<String> read(Key key) {
    try {
      return letters.of(key.workspace(), key.blob()).named();
    } catch (LogException.UnknownBlob | LogException.Unreadable e) {
      return Set.of();
    }
  }
}
