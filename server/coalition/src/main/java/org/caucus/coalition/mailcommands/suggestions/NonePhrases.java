package org.caucus.coalition.mailcommands.suggestions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/** Words for nothing, nobody or no day, and for oneself, in every language that is spoken here. */
public final class NonePhrases {
  private static final Map<String, List<String>> HEARD = PhraseFile.of("nothing");
  private static final Set<String> NOTHING = words("nothing");
  private static final Set<String> ME = words("me");

  private NonePhrases() {}

  private static Set<String> words(String which) {
    return HEARD.getOrDefault(which, List.of()).stream()
        .map(VisibleLine::bare)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether a value takes off what is there. */
  public static boolean isMeant(String value) {
    return NOTHING.contains(VisibleLine.bare(value));
  }

  /** Whether somebody names themselves. */
  public static boolean isMe(String name) {
    return ME.contains(VisibleLine.bare(name));
  }
}
