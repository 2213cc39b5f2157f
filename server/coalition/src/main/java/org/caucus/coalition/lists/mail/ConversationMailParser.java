package org.caucus.coalition.lists.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Reads the line at the head of a letter that says with whom a conversation is, such as {@code
 * With: Amina Bello, Chika}. A name that fits nobody, or several, refuses all of it.
 */
final class ConversationMailParser implements HeaderReader<List<SeatId>> {
  /** The key of the line. */
  static final String WITH = "With";

  /** Most lines at the head: the line, and one that goes back to its author. */
  static final int MAX_LINES = 5;

  private static final String KEY = "with";

  /** Lines of other letters, which must not go unread in one that begins a conversation. */
  private static final Set<String> OTHERS =
      Set.of("embargo", "publish-at", "due", "when", "attribution", "owner", "asked", "closes");

  private static final Pattern COMMA = Pattern.compile("[,;\\u060c\\u061b]");

  /** Stand between two names where no comma does. */
  private static final List<String> AND = List.of(" and ", " et ", " & ", " \u0648");

  private final NamedPeople people;
  private final Set<SeatId> named = new LinkedHashSet<>();
  private boolean isSaid;

  private ConversationMailParser(NamedPeople people) {
    this.people = people;
  }

  /** What a line at the head may be of. */
  static HeaderKeys keys() {
    return HeaderKeys.of(
        key -> isKey(key) || OTHERS.contains(key.toLowerCase(Locale.ROOT)), List.of(KEY));
  }

  private static boolean isKey(String key) {
    return key.equalsIgnoreCase(KEY);
  }

  /** Reads lines that were found. */
  static HeaderReading<List<SeatId>> read(List<CommandLine> lines, NamedPeople people) {
    return HeaderReading.of(lines, MAX_LINES, new ConversationMailParser(people));
  }

  @Override
  public void take(CommandLine line) {
    if (!isKey(line.key())) {
      throw Refusal.invalid(line.key(), Message.of("at-the-head-of-a-conversation"));
    }
    if (isSaid) {
      throw Refusal.invalid(line.key(), Message.of("is-said-once", "field", line.key()));
    }
    named.addAll(people(line.value()));
    isSaid = true;
  }

  private List<SeatId> people(String value) {
    List<Seat> found = new ArrayList<>();
    for (String name : names(value)) {
      List<Seat> called = people.called(name);
      if (called.isEmpty()) {
        throw Refusal.invalid(WITH, Message.of("nobody-here-has-this-name"));
      }
      if (called.size() > 1) {
        String all =
            called.stream().map(NamedPeople::withParty).sorted().collect(Collectors.joining(", "));
        throw Refusal.invalid(WITH, Message.of("several-here-have-this-name", "people", all));
      }
      found.add(called.getFirst());
    }
    return found.stream().map(Seat::id).toList();
  }

  /** As they are written, with commas or a word between them. */
  private List<String> names(String value) {
    return COMMA
        .splitAsStream(value)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .flatMap(this::apart)
        .toList();
  }

  /** Two names with a word between them, unless somebody is called so as a whole. */
  private Stream<String> apart(String name) {
    if (!people.called(name).isEmpty()) {
      return Stream.of(name);
    }
    return AND.stream()
        .flatMap(and -> apart(name, and).stream())
        .findFirst()
        .map(both -> both.stream().flatMap(this::apart))
        .orElse(Stream.of(name));
  }

  private Optional<List<String>> apart(String name, String and) {
    int at = name.toLowerCase(Locale.ROOT).indexOf(and);
    if (at <= 0) {
      return Optional.empty();
    }
    String one = name.substring(0, at).strip();
    return Optional.of(List.of(one, name.substring(at + and.length()).strip()))
        .filter(both -> !people.called(one).isEmpty());
  }

  @Override
  public CommandLine named(CommandLine line) {
    return line;
  }

  /** With the names that slips were meant for; not where a name fits several. */
  @Override
  public Optional<CommandLine> right(CommandLine line) {
    if (!isKey(line.key())) {
      return Optional.empty();
    }
    List<Optional<String>> near =
        names(line.value()).stream()
            .map(name -> people.called(name).isEmpty() ? people.near(name) : Optional.of(name))
            .toList();
    return near.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            line.saying(
                near.stream()
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(", "))))
        : Optional.empty();
  }

  @Override
  public List<SeatId> asks() {
    return List.copyOf(named);
  }
}
