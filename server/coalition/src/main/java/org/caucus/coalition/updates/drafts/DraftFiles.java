package org.caucus.coalition.updates.drafts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** The files that go along with a draft, and what they are called while it is one. Pure. */
public final class DraftFiles {
  private static final int ID_BYTES = 16;

  private DraftFiles() {}

  /**
   * What a file is called as long as it is there, in whichever version: not where its bytes are.
   */
  static String id(Entry.Attached file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.key().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The file of a draft that is called so; empty if it is not there, or not any more. */
  static Optional<Entry.Attached> find(Draft draft, String id) {
    return draft.files().stream().filter(f -> id(f).equals(id)).findFirst();
  }

  /**
   * What goes along with a draft that is edited.
   *
   * @param author who says it
   * @param stay ids of those that are there and stay; null for all of them
   * @param added what comes
   * @throws Refusal one that should stay is not there, or they do not fit
   */
  public static List<Entry.Attached> after(
      Updates.Held state,
      SeatId author,
      Draft draft,
      @Nullable List<String> stay,
      List<Entry.Attached> added) {
    List<Entry.Attached> kept =
        draft.files().stream().filter(f -> stay == null || stay.contains(id(f))).toList();
    Set<String> there = kept.stream().map(DraftFiles::id).collect(Collectors.toSet());
    if (stay != null && !there.containsAll(stay)) {
      throw Refusal.invalid("files", Message.of("a-file-that-should-stay-is"));
    }
    Posting.mustFit(state, author, kept, added);
    return Stream.concat(kept.stream(), added.stream()).toList();
  }
}
