package org.caucus.operator.migration.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.workspace.Workspace;

/**
 * Which entry a letter of a box is. One letter on one list is one entry, however often it is
 * brought in; but anyone who brings it in is not told of one that they cannot read (R8): theirs is
 * another then, and is read by those for whom they bring it in.
 *
 * <p>An id is made of the octets under the key of this installation: a plain hash would tell anyone
 * who has the same letter which entry it is, and that there is another that they cannot read.
 * Letters that were brought in before the key was used keep the id they have.
 */
final class ImportedEntryIds {
  private static final String PURPOSE = "imported-entry";

  private final Workspace state;
  private final SeatId by;
  private final String list;
  private final Blobs blobs;

  /** As this seat sees this state. */
  ImportedEntryIds(Workspace state, SeatId by, String list, Blobs blobs) {
    this.state = state;
    this.by = by;
    this.list = list;
    this.blobs = blobs;
  }

  /** The id of the entry with these octets: one that this seat can read, or that is not there. */
  String of(byte[] octets) {
    String plain = hash("", octets);
    String before = plain;
    for (int n = 1; isHidden(before); n++) {
      before = hash("/" + n, octets);
    }
    return isThere(before) ? before : keyed(plain);
  }

  private String keyed(String plain) {
    int n = 0;
    String id = named(plain, n);
    while (isHidden(id)) {
      id = named(plain, ++n);
    }
    return id;
  }

  private String named(String plain, int n) {
    return RandomIds.from(blobs.standIn(PURPOSE, plain + "/" + n));
  }

  private boolean isThere(String id) {
    return state.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).isPresent();
  }

  private boolean isHidden(String id) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, id))
        .filter(scope -> !state.access().canRead(by, scope))
        .isPresent();
  }

  private String hash(String more, byte[] octets) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update((state.id().value() + "/" + list + more + "\0").getBytes(UTF_8));
      return RandomIds.of(hash.digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
