package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.mail.message.privacy.RemoteContent;
import org.caucus.mail.message.privacy.SignedOrEncrypted;
import org.caucus.mail.message.privacy.TraceFields;

/**
 * How the copies that a list sent of a letter differ from what came. Fields that the list adds, and
 * its footer, count for nothing.
 *
 * @param same whether the body is the same octets, or begins with them
 * @param changes what was done to it
 * @param cut fields that the copies do not have as they came, each as it stood; for the author and
 *     convenors
 */
public record LetterCopy(boolean same, Set<Change> changes, List<String> cut) {
  /** What was done to a letter. */
  public enum Change {
    /** Its author stands there under an address of ours, without host, program and time zone. */
    ADDRESSES,
    /** What hosts wrote on its way is cut. */
    TRACES,
    /** What would be fetched from elsewhere is taken out. */
    REMOTE,
    /** Boundaries or identifiers of parts that named a host or a program are others. */
    PARTS,
    /** Lines too long for mail are encoded. */
    ENCODED,
    /** Nothing in its body, as it is signed or encrypted. */
    SEALED
  }

  /** A copy that nobody else can change. */
  public LetterCopy {
    changes = Set.copyOf(changes);
    cut = List.copyOf(cut);
  }

  /**
   * As the API shows it.
   *
   * @param all whether what was cut is shown
   */
  JsonObject show(boolean all) {
    List<String> done = changes.stream().map(Enum::name).sorted().toList();
    JsonObject shown = new JsonObject().put("same", same).put("changes", new JsonArray(done));
    return all ? shown.put("cut", new JsonArray(cut)) : shown;
  }

  /** The copies of an entry's letter, as its list had it when it was posted. */
  static LetterCopy of(HeldLetters.Held state, Entry entry, RawLetter letter, String domain) {
    RawLetter came = letter.without("Bcc", "Resent-Bcc");
    ListPrivacy.Applied then = RedactedOriginal.then(state, entry);
    RawLetter copy = RedactedOriginal.cut(came, entry.id(), domain, then);
    RawLetter sent = WireForm.shortLines(copy).orElse(copy);
    EnumSet<Change> changes = EnumSet.noneOf(Change.class);
    note(changes, Change.ADDRESSES, then.hides());
    note(changes, Change.TRACES, TraceFields.cut(came).names().size() < came.names().size());
    note(changes, Change.SEALED, SignedOrEncrypted.isIn(came));
    boolean remote = then.removes() && !RemoteContent.out(came).hasBodyOf(came);
    note(changes, Change.REMOTE, remote);
    note(changes, Change.PARTS, !remote && !copy.hasBodyOf(came));
    note(changes, Change.ENCODED, !sent.hasBodyOf(copy));
    return new LetterCopy(sent.hasBodyOf(came), changes, fields(came, copy, then));
  }

  private static void note(Set<Change> changes, Change change, boolean made) {
    if (made) {
      changes.add(change);
    }
  }

  private static List<String> fields(RawLetter came, RawLetter copy, ListPrivacy.Applied then) {
    Stream<String> named =
        then.hides() ? Stream.of("from", "to", "cc", "message-id", "date") : Stream.of();
    return Stream.concat(came.differing(copy).stream().sorted(), named)
        .distinct()
        .flatMap(name -> came.raw(name).stream())
        .map(String::strip)
        .toList();
  }
}
