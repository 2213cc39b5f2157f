package org.caucus.coalition.capability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Event;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * What an event changed of a thing, as a letter tells it: each field with its new value and its old
 * one, as far as the reader knew that. The same for issues, actions, updates and polls; a kind of
 * thing says only which fields it has ({@link Fields}).
 *
 * @param lines in the order of the event's fields
 */
public record ChangeLines(List<Line> lines) {
  /** Where nothing changed that is told so. */
  public static final ChangeLines NONE = new ChangeLines(List.of());

  /** What stands for a value that is not there. */
  public static final String NOTHING = "–";

  /** Characters up to which all changes stand in the first line of a letter. */
  private static final int MAX_FIRST_LINE_CHARS = 200;

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  /** Keeps the lines as they are now. */
  public ChangeLines {
    lines = List.copyOf(lines);
  }

  /** The fields of a thing of one kind. */
  public interface Fields {
    /**
     * The values that an event gives them, in the order in which they are told; nothing if it is
     * not of the thing. The events come in their order.
     */
    Map<String, String> values(Event event);

    /** A line that says one, such as {@code Due: 5 June}. */
    String line(String field, String value);
  }

  /**
   * A line of what changed.
   *
   * @param now without the old value
   * @param told with it, as far as the reader knew it
   * @param before the old value; null if the reader knew none
   */
  public record Line(String now, String told, @Nullable String before) {}

  /**
   * Of an event of the commit that a notice tells of.
   *
   * @param before the commits in which the thing was changed until then, oldest first
   */
  public static ChangeLines of(
      List<Long> before, Event event, NoticeContext context, Fields fields) {
    Map<String, String> known = new HashMap<>();
    before.stream()
        .flatMap(sequence -> context.visible(sequence).stream())
        .forEach(earlier -> known.putAll(fields.values(earlier)));
    return new ChangeLines(
        fields.values(event).entrySet().stream()
            .filter(e -> !e.getValue().equals(known.get(e.getKey())))
            .map(
                e -> {
                  String now = fields.line(e.getKey(), e.getValue());
                  String was = known.get(e.getKey());
                  return new Line(now, was == null ? now : was(now, was, context), was);
                })
            .toList());
  }

  private static String was(String now, String before, NoticeContext context) {
    return PHRASES.say(context.language(), "was", Map.of("now", now, "before", before));
  }

  /** The line of a title. */
  public static String title(String title, Language language) {
    return PHRASES.say(language, "title", Map.of("title", title));
  }

  /** What stands for a value; a dash for none. */
  public static String orNothing(String value) {
    return value.isBlank() ? NOTHING : value;
  }

  /** The old value of the only field that an event has; empty if the reader knew none. */
  public Optional<String> before() {
    return lines.stream().flatMap(line -> Stream.ofNullable(line.before())).findFirst();
  }

  /** The first line of a letter: who changed what; long changes have lines of their own below. */
  public String after(String changed) {
    String line = (changed + " " + brief()).strip();
    return line.length() <= MAX_FIRST_LINE_CHARS && line.lines().count() <= 1
        ? line
        : changed + "\n" + lines.stream().map(Line::told).collect(Collectors.joining("\n"));
  }

  /** All changes in one line. */
  public String brief() {
    return lines.stream().map(Line::told).collect(Collectors.joining("; "));
  }

  /** Where the thing stands, without what the first line says. */
  public String without(String facts) {
    return facts
        .lines()
        .filter(line -> lines.stream().noneMatch(change -> change.now().equals(line)))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
