package org.caucus.coalition.mentions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Members;

/**
 * Finds the names after an {@code @} in what an author wrote, the longest first. An address, a
 * handle of another place and a part of a link are none.
 */
final class MentionParser {
  /** Letters that Arabic writes together with the word after them: and, so, by, for, as. */
  private static final String PREFIXES = "\u0648\u0641\u0628\u0644\u0643";

  private static final String OPENING =
      "([{<\"'\u2018\u201c\u00ab\u2039,;:!?\u060c\u061b\u061f\u00bf\u00a1*_\u2014\u2013\u2026|>\u2019";

  /** What joins a handle or an address, where a letter follows. */
  private static final String JOINING = "._-/+:\\~%=&";

  private MentionParser() {}

  /**
   * A name in the text.
   *
   * @param said the words, on one line
   * @param targets whom they may mean: more than one where several are called so
   */
  record Found(String said, Set<MentionNames.Target> targets, boolean asks) {}

  private record Place(int from, int to, Set<MentionNames.Target> targets) {}

  /** Whether there can be a name in it: most texts have none, and cost nothing more. */
  static boolean mayName(String text) {
    return text.indexOf('@') >= 0 || text.indexOf('\uff20') >= 0;
  }

  /** All of them, in their order. */
  static List<Found> in(String text, Members members) {
    String own = mayName(text) ? OwnWords.of(text) : "";
    List<Integer> signs = signs(own);
    if (signs.isEmpty()) {
      return List.of();
    }
    MentionNames names = new MentionNames(members);
    List<Place> places = new ArrayList<>();
    for (int sign : signs) {
      int last = places.isEmpty() ? 0 : places.getLast().to();
      if (last <= sign && (begins(own, sign) || (last > 0 && isNext(own, last, sign)))) {
        places.addAll(at(own, sign, names));
      }
    }
    return found(own, places);
  }

  /** Whether it follows another name, as in {@code @Amina/@Bola}. */
  private static boolean isNext(String text, int last, int sign) {
    return sign == last + 1 && "/+&".indexOf(text.charAt(last)) >= 0;
  }

  private static List<Found> found(String own, List<Place> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    char[] bare = own.toCharArray();
    places.forEach(p -> Arrays.fill(bare, p.from(), p.to(), ' '));
    Sentences sentences = new Sentences(own, new String(bare));
    return places.stream()
        .map(
            p ->
                new Found(
                    own.substring(p.from() + 1, p.to()).replaceAll("[\\s\\p{Z}]+", " "),
                    p.targets(),
                    sentences.asks(p.from())))
        .toList();
  }

  private static List<Integer> signs(String text) {
    List<Integer> signs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '\uff20') {
        signs.add(i);
      }
    }
    return signs;
  }

  /** Whether a name may begin there, by what stands before it. */
  private static boolean begins(String text, int at) {
    int before = at;
    while (before > 0 && FoldedName.isMark(text.charAt(before - 1))) {
      before--;
    }
    if (before == 0) {
      return true;
    }
    char c = text.charAt(before - 1);
    if (FoldedName.isBlank(c) || OPENING.indexOf(c) >= 0) {
      return true;
    }
    return PREFIXES.indexOf(c) >= 0
        && (before == 1 || !Character.isLetterOrDigit(text.charAt(before - 2)));
  }

  /** The longest name there; none if nobody is called so. */
  private static Collection<Place> at(String text, int at, MentionNames names) {
    StringBuilder folded = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    int lines = 0;
    for (int i = at + 1; i < text.length() && folded.length() < names.longest(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      lines += c == '\n' ? 1 : 0;
      boolean blank = FoldedName.isBlank(c);
      if (lines > 1 || (blank && folded.isEmpty())) {
        break;
      }
      String one = blank ? blank(folded) : FoldedName.of(c);
      folded.append(one);
      if (one.isEmpty() && !ends.isEmpty()) {
        ends.set(ends.size() - 1, i);
      }
      for (int n = 0; n < one.length(); n++) {
        ends.add(i);
      }
    }
    return longest(text, at, folded, ends, names);
  }

  private static String blank(StringBuilder before) {
    return before.charAt(before.length() - 1) == ' ' ? "" : " ";
  }

  private static List<Place> longest(
      String text, int at, StringBuilder folded, List<Integer> ends, MentionNames names) {
    for (int length = ends.size(); length > 1; length--) {
      int end = ends.get(length - 1);
      if (folded.charAt(length - 1) != ' ' && isWhole(text, end)) {
        Set<MentionNames.Target> targets = names.called(folded.substring(0, length));
        if (!targets.isEmpty()) {
          return List.of(new Place(at, end, targets));
        }
      }
    }
    return List.of();
  }

  /** Whether a name may end there, by what stands behind it. */
  private static boolean isWhole(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    int c = text.codePointAt(end);
    if (Character.isLetterOrDigit(c) || c == '@' || c == '\uff20') {
      return false;
    }
    int next = end + Character.charCount(c);
    return JOINING.indexOf(c) < 0
        || next >= text.length()
        || !Character.isLetterOrDigit(text.codePointAt(next));
  }
}
