package org.caucus.workspace.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which column of a table is what: by the usual heads in three languages, or where there are none
 * by what stands in the cells. Pure.
 */
final class RosterColumns {
  static final String NAME = "name";
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String ADDRESS = "address";
  static final String ORGANISATION = "organisation";
  static final String ROLE = "role";
  static final String LIST = "list";
  static final String MODE = "mode";
  static final String IGNORED = "";

  /** Rows that are looked at where the first line names nothing. */
  private static final int LOOKED_AT = 20;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_./:()*'\u2019\u2010-\u2015-]+");

  private static final Map<String, String> BY_HEAD = byHead();

  private RosterColumns() {}

  private static Map<String, String> byHead() {
    Map<String, String> all = new HashMap<>();
    try (var in = RosterColumns.class.getResourceAsStream("/heard/roster.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" = ", 2))
          .forEach(
              line ->
                  Stream.of(line[1].split("\\|", -1))
                      .forEach(head -> all.put(plain(head), line[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }

  /** Without case, accents, vowel marks, and whatever stands between words. */
  static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String joined = BETWEEN.matcher(bare.replace("\u0640", "")).replaceAll(" ");
    return joined.strip().toLowerCase(Locale.ROOT).replace('أ', 'ا').replace('إ', 'ا');
  }

  /** Whether a cell holds an address, with a name before it or not. */
  static boolean isAddress(String cell) {
    return AddressLines.holdsAddress(cell);
  }

  /**
   * What each column is, by the heads in a first line; empty if the line names no address.
   *
   * @return as many as there are cells; {@link #IGNORED} for what is not known
   */
  static List<String> byHeads(List<String> first) {
    if (first.stream().anyMatch(RosterColumns::isAddress)) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    for (String head : first) {
      String column = BY_HEAD.getOrDefault(plain(head), alone(plain(head)));
      columns.add(columns.contains(column) ? IGNORED : column);
    }
    // "Nom" beside "Prénom" is the family name
    int family =
        IntStream.range(0, first.size()).filter(i -> isNom(first.get(i))).findFirst().orElse(-1);
    if (family >= 0) {
      columns.set(family, columns.contains(FIRST) ? LAST : NAME);
    }
    return columns.contains(ADDRESS) ? columns : List.of();
  }

  private static boolean isNom(String head) {
    return plain(head).equals("nom");
  }

  /** Which side an organisation is on is known here; a column of it is not read. */
  private static String alone(String head) {
    return head.equals("nom") ? NAME : IGNORED;
  }

  /**
   * What each column is where no line names them: the one with most addresses, then what is called
   * like an organisation or a role, then a name.
   *
   * @param organisations names and short names of those that are here, by {@link #plain}
   */
  static List<String> byCells(List<List<String>> rows, Set<String> organisations) {
    List<List<String>> seen = rows.stream().limit(LOOKED_AT).toList();
    int width = seen.stream().mapToInt(List::size).max().orElse(0);
    String[] columns = new String[width];
    Arrays.fill(columns, IGNORED);
    take(columns, ADDRESS, best(seen, columns, RosterColumns::isAddress));
    take(columns, ORGANISATION, best(seen, columns, c -> organisations.contains(plain(c))));
    take(columns, ROLE, best(seen, columns, RosterRoles::known));
    List<Integer> words =
        IntStream.range(0, width)
            .filter(i -> columns[i].isEmpty() && score(seen, i, RosterColumns::isWords) > 0)
            .boxed()
            .toList();
    name(columns, words);
    return List.of(columns);
  }

  /** A name in one column, and where an organisation is missing the next one; or in two. */
  private static void name(String[] columns, List<Integer> words) {
    if (words.isEmpty()) {
      return;
    }
    columns[words.getFirst()] = NAME;
    boolean placed = List.of(columns).contains(ORGANISATION);
    if (words.size() > 1 && !placed) {
      columns[words.get(words.size() - 1)] = ORGANISATION;
    }
    if (words.size() == (placed ? 2 : 3)) {
      columns[words.get(0)] = FIRST;
      columns[words.get(1)] = LAST;
    }
  }

  private static boolean isWords(String cell) {
    return cell.codePoints().anyMatch(Character::isLetter);
  }

  private static void take(String[] columns, String what, int index) {
    if (index >= 0) {
      columns[index] = what;
    }
  }

  private static int best(List<List<String>> rows, String[] columns, Predicate<String> is) {
    return IntStream.range(0, columns.length)
        .filter(i -> columns[i].isEmpty() && score(rows, i, is) > 0)
        .boxed()
        .max(
            Comparator.<Integer>comparingLong(i -> score(rows, i, is))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(-1);
  }

  private static long score(List<List<String>> rows, int column, Predicate<String> is) {
    return rows.stream().filter(r -> column < r.size() && is.test(r.get(column))).count();
  }
}
