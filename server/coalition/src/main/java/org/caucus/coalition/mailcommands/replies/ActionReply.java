package org.caucus.coalition.mailcommands.replies;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/**
 * An answer of one line that does something to the issue or the action it answers: {@code done},
 * {@code reopen}, {@code mine}, {@code due friday}, {@code assign Bola Ade}, in every language that
 * is spoken here. Marks and thanks may stand with it and nothing else: what says more is words.
 *
 * @param what it does
 * @param value the day or the name; empty for what needs none
 */
public record ActionReply(What what, String value) {
  /** What can be done so. */
  public enum What {
    DONE,
    REOPEN,
    MINE,
    DUE,
    ASSIGN
  }

  /** Longer lines say more, in characters. */
  private static final int MOST_CHARS = 120;

  private static final Map<String, List<String>> HEARD = bare();

  private static Map<String, List<String>> bare() {
    Map<String, List<String>> all = new HashMap<>();
    PhraseFile.of("acts")
        .forEach((key, words) -> all.put(key, words.stream().map(VisibleLine::bare).toList()));
    return Map.copyOf(all);
  }

  /** The act that an answer to this thing is; empty if it is anything else. */
  public static Optional<ActionReply> of(Ref thing, String text) {
    return thing.kind() == Ref.Kind.ISSUE || thing.kind() == Ref.Kind.ACTION
        ? RsvpReply.First.of(text)
            .filter(RsvpReply.First::alone)
            .flatMap(first -> read(first.word()))
            .filter(act -> thing.kind() == Ref.Kind.ISSUE || act.what != What.DUE)
        : Optional.empty();
  }

  /**
   * The act that a text begins with though it says more; its author may believe that it is done.
   */
  public static Optional<String> begun(Ref thing, String text) {
    return of(thing, text).isPresent()
        ? Optional.empty()
        : RsvpReply.First.of(text)
            .map(first -> first.word().split("[\\s,.:;!\\u060c-]+", 2)[0])
            .filter(word -> Stream.of("done", "reopen", "mine").anyMatch(act -> is(act, word)));
  }

  private static boolean is(String key, String words) {
    return HEARD.getOrDefault(key, List.of()).contains(VisibleLine.bare(words));
  }

  private static Optional<ActionReply> read(String line) {
    if (line.length() > MOST_CHARS) {
      return Optional.empty();
    }
    String said = impolite(line);
    for (What what : List.of(What.DONE, What.REOPEN, What.MINE)) {
      if (is(what.name().toLowerCase(Locale.ROOT), said)) {
        return Optional.of(new ActionReply(what, ""));
      }
    }
    return behind("due", said)
        .map(day -> new ActionReply(What.DUE, day))
        .or(() -> behind("assign", said).map(name -> new ActionReply(What.ASSIGN, name)));
  }

  /** Without thanks and the like before it or behind it. */
  private static String impolite(String line) {
    String said = line.strip();
    for (String word : HEARD.getOrDefault("polite", List.of())) {
      String bare = VisibleLine.bare(said);
      if (bare.endsWith(word) && bare.length() > word.length() && bare.length() == said.length()) {
        String before = said.substring(0, said.length() - word.length());
        if (isApart(before.charAt(before.length() - 1))) {
          return impolite(trimmed(before));
        }
      }
      if (bare.startsWith(word) && bare.length() == said.length()) {
        String after = said.substring(word.length());
        if (!after.isEmpty()
            && isApart(after.charAt(0))
            && after.chars().anyMatch(Character::isLetter)) {
          return impolite(trimmed(after));
        }
      }
    }
    return said;
  }

  /** Without blanks and marks around it. */
  private static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isApart(line.charAt(from))) {
      from++;
    }
    while (to > from && isApart(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isApart(char c) {
    return !Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK;
  }

  /** What stands behind the longest beginning of this act, if anything does. */
  private static Optional<String> behind(String key, String line) {
    String bare = VisibleLine.bare(line);
    return bare.length() != line.length()
        ? behindBare(key, bare, bare)
        : behindBare(key, bare, line);
  }

  private static Optional<String> behindBare(String key, String bare, String line) {
    return HEARD.getOrDefault(key, List.of()).stream()
        .filter(begins -> bare.startsWith(begins + " ") || bare.startsWith(begins + ":"))
        .map(begins -> line.substring(begins.length() + 1).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /**
   * The line that asks the same at the head of an answer to an issue, or in the brackets of the
   * subject of one to an action.
   *
   * @param opens the word for the state of what is open
   */
  public CommandLine line(Ref thing, String opens) {
    boolean action = thing.kind() == Ref.Kind.ACTION;
    String owner = action ? "owner" : "assign";
    return switch (what) {
      case DONE -> new CommandLine("state", "done", action);
      case REOPEN -> new CommandLine("state", opens, action);
      case MINE -> new CommandLine(owner, "me", action);
      case ASSIGN -> new CommandLine(owner, value, action);
      case DUE -> new CommandLine("due", value, action);
    };
  }
}
