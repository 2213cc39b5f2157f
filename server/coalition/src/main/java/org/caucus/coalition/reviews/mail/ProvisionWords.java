package org.caucus.coalition.reviews.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.ProvisionPath;
import org.caucus.mail.reply.VisibleLine;

/** Which provisions of an edition the words before a colon name. */
final class ProvisionWords {
  /** Words that name provisions are no longer, in characters. */
  static final int MOST_CHARS = 120;

  private static final Pattern BETWEEN =
      Pattern.compile(" ?[,;\u060c\u061b&+] ?| and | et | \u0648 ");
  private static final Pattern TO =
      Pattern.compile("[-\u2013\u2014]| to | \u00e0 | \u0625\u0644\u0649 ");
  private static final Pattern BLANK = Pattern.compile(" +");

  /** Words of a name that has others behind it. */
  private static final int MOST_HEAD_WORDS = 4;

  private final Edition edition;
  private final Map<String, List<Placed>> labels = new HashMap<>();

  ProvisionWords(Edition edition) {
    this.edition = edition;
    for (Placed placed : edition.placed()) {
      if (placed.canBeCited()) {
        for (String label : List.of(placed.label(), placed.said(), placed.path())) {
          List<Placed> same = labels.computeIfAbsent(key(label), k -> new ArrayList<>());
          if (!same.contains(placed)) {
            same.add(placed);
          }
        }
      }
    }
  }

  /** What words can mean. */
  sealed interface Meaning {
    /** These provisions; with none all that nothing else is said of. */
    record These(List<Placed> provisions) implements Meaning {}

    /** All there are. */
    record All() implements Meaning {}

    /** Any of these, and it is not known which. */
    record Several(List<String> labels) implements Meaning {}

    /** It is written like a provision, and there is none. */
    record Absent() implements Meaning {}

    /** It is no name of a provision. */
    record Other() implements Meaning {}
  }

  Meaning read(String words) {
    if (ReviewWords.is("REST", words)) {
      return new Meaning.These(List.of());
    }
    if (ReviewWords.is("ALL", words)) {
      return new Meaning.All();
    }
    if (words.isEmpty() || words.length() > MOST_CHARS) {
      return new Meaning.Other();
    }
    List<Placed> printed = labels.getOrDefault(key(words), List.of());
    if (printed.size() == 1 && range(words).isEmpty()) {
      return new Meaning.These(printed);
    }
    List<List<Placed>> meant = new ArrayList<>();
    found(words).forEach(placed -> meant.add(List.of(placed)));
    list(words).filter(l -> !meant.contains(l)).ifPresent(meant::add);
    range(words).filter(l -> !meant.contains(l)).ifPresent(meant::add);
    return switch (meant.size()) {
      case 0 -> isPath(words) ? new Meaning.Absent() : headed(words);
      case 1 -> new Meaning.These(meant.getFirst());
      default -> new Meaning.Several(meant.stream().map(ProvisionWords::called).toList());
    };
  }

  /** What one name can mean; 3b is 3(b) where there is no 3b. */
  private List<Placed> found(String words) {
    List<Placed> printed = labels.getOrDefault(key(words), List.of());
    List<Placed> found = printed.isEmpty() ? ProvisionPath.all(edition, words) : printed;
    int last = words.length() - 1;
    boolean isJoined =
        last > 0
            && Character.isLetter(words.charAt(last))
            && Character.isDigit(words.charAt(last - 1));
    return found.isEmpty() && isJoined
        ? ProvisionPath.all(edition, words.substring(0, last) + " " + words.charAt(last))
        : found;
  }

  /** Whether words begin with the name of a provision. */
  boolean begins(String words) {
    String[] each = BLANK.split(words, MOST_HEAD_WORDS + 1);
    for (int i = 1; i <= Math.min(each.length, MOST_HEAD_WORDS); i++) {
      String name = ReviewWords.unmarked(String.join(" ", List.of(each).subList(0, i)));
      if (!found(name).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A name with some of the words of that very provision behind it. */
  private Meaning headed(String words) {
    String[] each = BLANK.split(words, MOST_HEAD_WORDS + 1);
    for (int i = Math.min(each.length - 1, MOST_HEAD_WORDS); i > 0; i--) {
      Optional<Placed> one = one(String.join(" ", List.of(each).subList(0, i)));
      String rest = key(String.join("", List.of(each).subList(i, each.length)));
      String bare = inner(rest);
      if (one.isPresent() && !bare.isEmpty() && key(one.get().text()).contains(bare)) {
        return new Meaning.These(List.of(one.get()));
      }
    }
    return new Meaning.Other();
  }

  private static String called(List<Placed> provisions) {
    return provisions.size() == 1
        ? provisions.getFirst().label()
        : provisions.getFirst().label() + "\u2013" + provisions.getLast().label();
  }

  private static boolean isPath(String words) {
    return ProvisionPath.isOne(words)
        || Arrays.stream(BETWEEN.split(words, -1)).allMatch(ProvisionPath::isOne);
  }

  /** Without what is no letter or figure around it. */
  private static String inner(String words) {
    int from = 0;
    int to = words.length();
    while (from < to && !Character.isLetterOrDigit(words.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(words.charAt(to - 1))) {
      to--;
    }
    return words.substring(from, to);
  }

  /** Several, each of which is clear. */
  private Optional<List<Placed>> list(String words) {
    String[] parts = BETWEEN.split(words, -1);
    List<Placed> all = new ArrayList<>();
    for (String part : parts) {
      Optional<Placed> one = one(part);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return parts.length > 1 ? Optional.of(List.copyOf(all)) : Optional.empty();
  }

  private Optional<Placed> one(String words) {
    List<Placed> found = found(words);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** From one to another on the same level, in the order of the text. */
  private Optional<List<Placed>> range(String words) {
    Matcher to = TO.matcher(words);
    while (to.find()) {
      String left = words.substring(0, to.start()).strip();
      String right = words.substring(to.end()).strip();
      Optional<List<Placed>> range = left.isEmpty() ? Optional.empty() : range(left, right);
      if (range.isPresent()) {
        return range;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Placed>> range(String left, String right) {
    Optional<Placed> from = one(left);
    Optional<Placed> to = from.flatMap(first -> sibling(first, right).or(() -> one(right)));
    return from.flatMap(first -> to.flatMap(last -> between(first, last)));
  }

  /** "3(a)-(d)" leaves out what the second has in common with the first. */
  private Optional<Placed> sibling(Placed first, String label) {
    String own = key(label).replaceAll("[()]", "");
    List<Placed> found =
        siblings(first).stream().filter(p -> key(p.ownNumber()).equals(own)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Optional<List<Placed>> between(Placed first, Placed last) {
    List<Placed> siblings = siblings(first);
    int from = siblings.indexOf(first);
    int to = siblings.indexOf(last);
    return from >= 0 && to > from
        ? Optional.of(List.copyOf(siblings.subList(from, to + 1)))
        : Optional.empty();
  }

  /** Those around it that stand in the same piece, itself too. */
  private List<Placed> siblings(Placed one) {
    String around = around(one);
    return edition.placed().stream()
        .filter(p -> p.canBeCited() && p.level() == one.level() && around(p).equals(around))
        .toList();
  }

  private static String around(Placed placed) {
    int dot = placed.path().lastIndexOf('.');
    return dot < 0 ? "" : placed.path().substring(0, dot);
  }

  private static String key(String label) {
    return VisibleLine.bare(label).replaceAll("\\s+", "");
  }
}
