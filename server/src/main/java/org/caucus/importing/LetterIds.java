package org.caucus.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.log.Ids;
import org.caucus.workspace.Workspace;

/**
 * Which entry a letter of a box is. One letter on one list is one entry, however often it is
 * brought in; but whoever brings it in is not told of one that they cannot read (R8): theirs is
 * another then, and is read by those for whom they bring it in.
 */
final class LetterIds {
  private final Workspace state;
  private final SeatId by;
  private final String list;

  /** As this seat sees this state. */
  LetterIds(Workspace state, SeatId by, String list) {
    this.state = state;
    this.by = by;
    this.list = list;
  }

  /** The id of the entry with these octets: one that this seat can read, or that is not there. */
  String of(byte[] octets) {
    String id = hash("", octets);
    for (int n = 1; isHidden(id); n++) {
      id = hash("/" + n, octets);
    }
    return id;
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
      return Ids.of(hash.digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
