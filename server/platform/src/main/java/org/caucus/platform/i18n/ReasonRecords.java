package org.caucus.platform.i18n;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.kernel.StoredMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reasons as events keep them: by their codes, and beside these in words for versions that know no
 * codes of reasons. Where they compare reasons they know the frozen words alone, so these stand
 * there: a letter that its domain disowns is answered by no version.
 */
public final class ReasonRecords {
  private static final String AREA = "reasons.";

  /** A rule that a reason tells. */
  private static final String RULE = "rule";

  /** The last wording of each that was frozen, by its code. */
  private static final Map<String, String> FROZEN = frozen();

  private ReasonRecords() {}

  private static Map<String, String> frozen() {
    Map<String, Integer> last = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    MessageCatalogue.former("reasons")
        .forEach(
            (key, english) -> {
              int dot = key.lastIndexOf('.');
              String code = AREA + key.substring(0, dot);
              int wording = Integer.parseInt(key.substring(dot + 1));
              if (last.merge(code, wording, Math::max) == wording) {
                words.put(code, english);
              }
            });
    return Map.copyOf(words);
  }

  /**
   * The part of a reason that is the same for everybody: the rule, without names or words that
   * somebody wrote. Empty if none of it is.
   */
  public static Optional<Message> ofNobody(Message reason) {
    boolean rests = reason.arguments().containsKey(RULE);
    return reason.arguments().isEmpty() || rests
        ? Optional.of(rests ? reason.with(RULE, "") : reason)
        : Optional.empty();
  }

  /** In the words that versions before codes read. */
  public static List<String> words(List<Message> reasons) {
    return reasons.stream().map(ReasonRecords::words).toList();
  }

  /** One of them. */
  public static String words(Message reason) {
    String frozen = reason.arguments().isEmpty() ? FROZEN.get(reason.code()) : null;
    return frozen == null ? reason.english() : frozen;
  }

  /** By their codes. */
  public static List<StoredMessage> codes(List<Message> reasons) {
    return reasons.stream().map(StoredMessage::of).toList();
  }

  /**
   * As they were.
   *
   * @param codes null in logs of before; one that only a newer version knows is read in its words
   */
  public static List<Message> read(List<String> words, @Nullable List<StoredMessage> codes) {
    List<Message> reasons = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Message coded = codes != null && i < codes.size() ? codes.get(i).message() : null;
      reasons.add(read(words.get(i), coded));
    }
    return List.copyOf(reasons);
  }

  /**
   * One of them.
   *
   * @param kept null where it is kept in words alone
   */
  public static Message read(String words, @Nullable Message kept) {
    return kept != null && Messages.trySay(Language.ENGLISH, kept).isPresent()
        ? kept
        : LegacyReasons.reason(words);
  }
}
