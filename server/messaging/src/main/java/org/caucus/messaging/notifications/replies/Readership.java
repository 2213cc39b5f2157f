package org.caucus.messaging.notifications.replies;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;

/** Who reads a thing now, in words: its audience with its heads, and those by organisation. */
public final class Readership {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private Readership() {}

  /** The audience and how many read it. */
  public static String name(Language language, Members members, Audience audience, int readers) {
    String name = AudienceNames.say(language, members, audience);
    return PHRASES.say(language, "readers", Map.of("n", readers, "audience", name));
  }

  /** Each organisation of which somebody reads it, a line each, with the number of them. */
  public static String organisations(Workspace state, Scope scope) {
    Map<String, Integer> heads = new TreeMap<>();
    state
        .access()
        .readers(scope)
        .forEach(s -> heads.merge(state.members().organisationOf(s).name(), 1, Integer::sum));
    return heads.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** All of it: the audience, its heads, and below that the organisations. */
  static String of(Language language, Workspace state, Scope scope) {
    int readers = state.access().count(scope);
    return name(language, state.members(), scope.audience(), readers)
        + "\n\n"
        + organisations(state, scope);
  }
}
