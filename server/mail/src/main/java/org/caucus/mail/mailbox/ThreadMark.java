package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.mail.message.text.HeaderText;
import org.jspecify.annotations.Nullable;

/**
 * Lines above a letter in an archive of ours that say in which thread it stood, where its
 * references say another: of threads that were split and merged. They are no part of the letter.
 *
 * @param thread an identifier that all letters of the thread have, and no other
 * @param answers the identifier of the letter of the thread that it answers; null if none
 * @param subject what the thread is called
 */
public record ThreadMark(String thread, @Nullable String answers, String subject) {
  private static final String THREAD = "X-Caucus-Thread";
  private static final String SUBJECT = "X-Caucus-Thread-Subject";
  private static final byte[] FIRST = (THREAD + ":").getBytes(US_ASCII);

  /** The letter below its mark. */
  public byte[] above(byte[] letter) {
    List<String> ids = answers == null ? List.of(thread) : List.of(thread, answers);
    byte[] said = Header.ids(THREAD, ids).toBytes();
    byte[] called = Header.text(SUBJECT, HeaderText.clean(subject)).toBytes();
    byte[] marked = Arrays.copyOf(said, said.length + called.length + letter.length);
    System.arraycopy(called, 0, marked, said.length, called.length);
    System.arraycopy(letter, 0, marked, said.length + called.length, letter.length);
    return marked;
  }

  /** The mark of a letter; empty if it has none. */
  static Optional<ThreadMark> of(RawLetter letter) {
    List<String> ids = HeaderFields.ids(letter.values(THREAD));
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ThreadMark(
                ids.getFirst(),
                ids.size() > 1 ? ids.get(1) : null,
                letter.value(SUBJECT).map(HeaderFields::subject).orElse("")));
  }

  /** What led to its letter in the thread, the nearest last. */
  List<String> leads() {
    List<String> leads = new ArrayList<>(List.of(thread));
    if (answers != null) {
      leads.add(answers);
    }
    return List.copyOf(leads);
  }

  /** The letter without a mark that stands above it. */
  public static byte[] without(byte[] marked) {
    if (!startsWith(marked, 0, FIRST)) {
      return marked;
    }
    int at = nextField(marked, 0);
    byte[] called = (SUBJECT + ":").getBytes(US_ASCII);
    int below = startsWith(marked, at, called) ? nextField(marked, at) : at;
    return Arrays.copyOfRange(marked, below, marked.length);
  }

  private static boolean startsWith(byte[] octets, int at, byte[] start) {
    return octets.length >= at + start.length
        && Arrays.equals(octets, at, at + start.length, start, 0, start.length);
  }

  /** Where the next field begins: the first line that does not go on with this one. */
  private static int nextField(byte[] octets, int from) {
    int at = from;
    do {
      while (at < octets.length && octets[at] != '\n') {
        at++;
      }
      at = Math.min(at + 1, octets.length);
    } while (at < octets.length && (octets[at] == ' ' || octets[at] == '\t'));
    return at;
  }
}
