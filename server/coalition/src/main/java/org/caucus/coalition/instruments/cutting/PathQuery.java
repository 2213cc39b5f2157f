package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.instruments.cutting.Segment.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A path as people type it: 3(b), I/3(b), ٣(ب), Article 3 b, s.3(b), Part I, 3(b), i.3.b~2. It may
 * leave out what is around a provision: then it can mean several.
 *
 * @param parts labels with the kind that the words say; null if they say none
 * @param twin 0 if the words do not say which of two
 */
public record PathQuery(List<Part> parts, int twin) {
  /** A label, and the kind that a word before it says. */
  public record Part(@Nullable Kind kind, String label) {}

  /** Copies. */
  public PathQuery {
    parts = List.copyOf(parts);
  }

  /** What the words mean; empty if they are no path. */
  public static Optional<PathQuery> parse(String words) {
    String text = Labels.digits(words.strip());
    int twin = 0;
    int tilde = text.lastIndexOf('~');
    if (tilde > 0 && text.substring(tilde + 1).matches("[0-9]{1,4}")) {
      twin = Integer.parseInt(text.substring(tilde + 1));
      text = text.substring(0, tilde);
    }
    List<Part> parts = new ArrayList<>();
    Kind said = null;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBetween(c)) {
        at++;
        continue;
      }
      int end = run(text, at);
      if (end == at) {
        return Optional.empty();
      }
      String token = text.substring(at, end);
      Optional<Family> family = isLabelHere(token, text, end) ? Optional.empty() : Family.of(token);
      if (family.isPresent()) {
        said = family.get().kind();
      } else if (isLabel(token)) {
        parts.add(new Part(said, token.toLowerCase(Locale.ROOT)));
        said = null;
      } else {
        Optional<String> ordinal = Family.ordinal(token);
        if (ordinal.isEmpty()) {
          return Optional.empty();
        }
        parts.add(new Part(said, ordinal.get()));
        said = null;
      }
      at = end;
    }
    boolean isWhole = !parts.isEmpty() && said == null;
    return isWhole ? Optional.of(new PathQuery(parts, twin)) : Optional.empty();
  }

  /**
   * Those that it can mean, best first: what is at the end must fit, what is around may be left.
   * Those whose path it says whole go before all others.
   */
  public List<Segment> in(List<Segment> segments) {
    List<Segment> fit = all(segments);
    List<Segment> whole =
        fit.stream()
            .filter(s -> s.path() != null && s.path().labels().size() == parts.size())
            .toList();
    return whole.isEmpty() ? fit : whole;
  }

  /** All that it can mean: a bare 1 is article 1 of part I as well as schedule 1. */
  public List<Segment> all(List<Segment> segments) {
    return segments.stream().filter(s -> s.path() != null && fits(s.path())).toList();
  }

  private boolean fits(NumberPath path) {
    if (twin != 0 && path.twin() != twin) {
      return false;
    }
    List<String> labels = path.labels();
    List<Kind> kinds = kinds(path);
    int last = parts.size() - 1;
    int at = labels.size() - 1;
    if (!fits(parts.get(last), labels, kinds, at)) {
      return false;
    }
    int part = last - 1;
    at--;
    while (part >= 0) {
      while (at >= 0 && !fits(parts.get(part), labels, kinds, at)) {
        if (!kinds.get(at).isContainer()) {
          return false;
        }
        at--;
      }
      if (at < 0) {
        return false;
      }
      part--;
      at--;
    }
    return at < 0 || kinds.get(at).isContainer();
  }

  private static boolean fits(Part part, List<String> labels, List<Kind> kinds, int at) {
    String label = labels.get(at);
    boolean isSame = label.equals(part.label()) || Labels.ascii(label).equals(part.label());
    boolean isKind =
        part.kind() == null
            || part.kind() == kinds.get(at)
            || (!part.kind().isContainer() && !kinds.get(at).isContainer());
    return isSame && isKind;
  }

  private static List<Kind> kinds(NumberPath path) {
    List<Kind> kinds = new ArrayList<>();
    for (NumberPath.Step step : path.steps()) {
      int many = step.label().split("\\.", -1).length;
      kinds.addAll(Collections.nCopies(many, step.kind()));
    }
    return kinds;
  }

  private static boolean isBetween(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || "()/.,:-–،§º°".indexOf(c) >= 0;
  }

  private static int run(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)) {
      at++;
    }
    return at;
  }

  /** {@code s} before a number is a word, elsewhere a letter. */
  private static boolean isLabelHere(String token, String text, int end) {
    boolean isAtNumber =
        end < text.length()
            && (text.charAt(end) == '.' || text.charAt(end) == ' ')
            && end + 1 < text.length()
            && Character.isDigit(text.charAt(end + 1));
    return token.length() == 1 && !isAtNumber;
  }

  private static boolean isLabel(String token) {
    boolean isNumber = Character.isDigit(token.charAt(0));
    return isNumber || Labels.roman(token) > 0 || (Labels.letter(token) > 0 && token.length() <= 2);
  }
}
