package org.caucus.coalition.revisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Where words of an entry stand in later ones, as far as a reader can read those. Pure. */
final class Quotes {
  /** Most of them that are named. */
  static final int MAX_QUOTES = 50;

  /** Entries that are looked at, the next after it first. */
  static final int MAX_LOOKED_AT = 5_000;

  /** Characters of them that are looked at: all of 5,000 long ones would keep others waiting. */
  static final int MAX_CHARS = 2_000_000;

  /** Fewest characters of a line by which it is known again. */
  static final int LEAST_CHARS = 20;

  /** Characters of a line that are looked for: mail programs break and cut the rest. */
  private static final int PROBE_CHARS = 60;

  /** Lines of an entry that are looked for. */
  private static final int MAX_LINES = 50;

  private static final Pattern MARK = Pattern.compile("(?m)^[ \\t>]++");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private Quotes() {}

  /**
   * Things whose own words, such as the description of an issue, have words of an entry, as far as
   * this reader can read them; the newest first. They may have been edited since they were opened,
   * so older ones are looked at, too.
   */
  static List<Item> things(Entries.Held state, Entry entry, SeatId reader) {
    List<String> probes = probes(entry.text());
    if (probes.isEmpty()) {
      return List.of();
    }
    Predicate<Scope> reads = state.access().asked(reader);
    List<Said> all =
        state
            .saying()
            .flatMap(ref -> state.item(ref, reader).stream())
            .filter(item -> reads.test(item.scope()))
            .flatMap(item -> item.searchText().map(text -> new Said(item, text)).stream())
            .sorted(Comparator.comparing((Said said) -> said.words().at()).reversed())
            .limit(MAX_LOOKED_AT)
            .toList();
    List<Item> quoting = new ArrayList<>();
    int left = MAX_CHARS;
    for (int i = 0; i < all.size() && left > 0 && quoting.size() < MAX_QUOTES; i++) {
      String text = all.get(i).words().text();
      if (isIn(text.substring(0, Math.min(left, text.length())), probes)) {
        quoting.add(all.get(i).item());
      }
      left -= text.length();
    }
    return quoting;
  }

  private record Said(Item item, SearchText words) {}

  /** Those that this reader can read, in the order in which they were said. */
  static List<Entry> of(Entries.Held state, Entry entry, SeatId reader) {
    return among(state, state.entries().byId().values(), entry, reader);
  }

  /** The same, of those that hang on the same thing. */
  static List<Entry> beside(Entries.Held state, Entry entry, SeatId reader) {
    return among(state, state.entries().under(entry.parent()), entry, reader);
  }

  private static List<Entry> among(
      Entries.Held state, Collection<Entry> all, Entry entry, SeatId reader) {
    List<String> probes = probes(entry.text());
    if (probes.isEmpty()) {
      return List.of();
    }
    Predicate<Scope> reads = state.access().asked(reader);
    List<Entry> later = later(state, all, entry, reads);
    List<Entry> quoting = new ArrayList<>();
    int left = MAX_CHARS;
    for (int i = 0; i < later.size() && left > 0 && quoting.size() < MAX_QUOTES; i++) {
      String text = later.get(i).text();
      if (isIn(text.substring(0, Math.min(left, text.length())), probes)) {
        quoting.add(later.get(i));
      }
      left -= text.length();
    }
    return quoting;
  }

  private static List<Entry> later(
      Entries.Held state, Collection<Entry> all, Entry entry, Predicate<Scope> reads) {
    return all.stream()
        .filter(e -> !e.at().isBefore(entry.at()) && !e.id().equals(entry.id()))
        .filter(e -> state.scopeOf(Ref.to(Ref.Kind.ENTRY, e.id())).filter(reads).isPresent())
        .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
        .limit(MAX_LOOKED_AT)
        .toList();
  }

  private static boolean isIn(String text, List<String> probes) {
    if (text.length() < LEAST_CHARS) {
      return false;
    }
    String words = plain(MARK.matcher(text).replaceAll(""));
    return probes.stream().anyMatch(words::contains);
  }

  /** Lines of its own: what it quotes is somebody else's. */
  private static List<String> probes(String text) {
    return text.lines()
        .filter(line -> !line.stripLeading().startsWith(">"))
        .map(Quotes::plain)
        .filter(line -> line.length() >= LEAST_CHARS)
        .map(line -> line.substring(0, Math.min(PROBE_CHARS, line.length())))
        .distinct()
        .limit(MAX_LINES)
        .toList();
  }

  private static String plain(String text) {
    return BLANK.matcher(text).replaceAll(" ").strip();
  }
}
