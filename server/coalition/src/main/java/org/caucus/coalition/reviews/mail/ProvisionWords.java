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
  private static final Pattern RANGE =
      Pattern.compile(
          "(.{1,60}?) ?(?:[-\u2013\u2014]| to | \u00e0 | \u0625\u0644\u0649 ) ?(.{1,60})");

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
    if (words.isEmpty() || words.length() > MOST_CHARS) {
      return new Meaning.Other();
    }
    List<Placed> printed = labels.getOrDefault(key(words), List.of());
    if (printed.size() == 1 && !isRange(words)) {
      return new Meaning.These(printed);
    }
    List<Placed> whole = printed.isEmpty() ? ProvisionPath.all(edition, words) : printed;
    List<List<Placed>> meant = new ArrayList<>();
    whole.forEach(placed -> meant.add(List.of(placed)));
    list(words).filter(l -> !meant.contains(l)).ifPresent(meant::add);
    range(words).filter(l -> !meant.contains(l)).ifPresent(meant::add);
    return switch (meant.size()) {
      case 0 -> isPath(words) ? new Meaning.Absent() : new Meaning.Other();
      case 1 -> new Meaning.These(meant.getFirst());
      default -> new Meaning.Several(meant.stream().map(ProvisionWords::called).toList());
    };
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
    List<Placed> printed = labels.getOrDefault(key(words), List.of());
    List<Placed> found = printed.isEmpty() ? ProvisionPath.all(edition, words) : printed;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private boolean isRange(String words) {
    return range(words).isPresent();
  }

  /** From one to another on the same level, in the order of the text. */
  private Optional<List<Placed>> range(String words) {
    Matcher range = RANGE.matcher(words);
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<Placed> from = one(range.group(1));
    Optional<Placed> to =
        from.flatMap(first -> sibling(first, range.group(2)).or(() -> one(range.group(2))));
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
