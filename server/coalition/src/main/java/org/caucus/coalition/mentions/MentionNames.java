package org.caucus.coalition.mentions;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/**
 * Whom a name can mean in one workspace. People by their whole name, which the short or whole name
 * of their organisation in brackets tells from another's, and by their first name; organisations by
 * either name; groups by their words in each language.
 */
final class MentionNames {
  /** Most characters of a name that is looked for. */
  static final int MAX_CHARS = 200;

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("mentions");

  private final Map<String, Set<Target>> whole = new HashMap<>();
  private final Map<String, Set<Target>> first = new HashMap<>();
  private int longest;

  /** Who is meant. */
  record Target(Mention.Kind kind, String id) {}

  MentionNames(Members members) {
    for (Language language : Language.values()) {
      put(language, Mention.EVERYONE);
      put(language, Mention.CIVIL);
    }
    members.active().forEach(seat -> put(members, seat));
  }

  /** What a group is called; of several words each is one. */
  private void put(Language language, String group) {
    Target target = new Target(Mention.Kind.GROUP, group);
    for (String name : PHRASES.say(language, "group." + group).split("\\|", -1)) {
      put(whole, name, target);
    }
  }

  private void put(Members members, Seat seat) {
    Organisation party = members.organisationOf(seat);
    Target organisation = new Target(Mention.Kind.ORGANISATION, party.slug());
    put(whole, party.slug(), organisation);
    put(whole, party.name(), organisation);
    Target person = new Target(Mention.Kind.PERSON, seat.id().value());
    put(whole, seat.name(), person);
    put(whole, seat.name() + " (" + party.slug() + ")", person);
    put(whole, seat.name() + " (" + party.name() + ")", person);
    put(first, seat.name().strip().split("[\\s\\p{Z}]+", 2)[0], person);
  }

  private void put(Map<String, Set<Target>> names, String name, Target target) {
    String folded = FoldedName.of(name);
    if (folded.length() > 1 && folded.length() <= MAX_CHARS) {
      longest = Math.max(longest, folded.length());
      names.computeIfAbsent(folded, n -> new LinkedHashSet<>(1)).add(target);
    }
  }

  /** Characters of the longest. */
  int longest() {
    return longest;
  }

  /** Whom a name means that is folded already; nobody, one, or several of one name. */
  Set<Target> called(String folded) {
    Set<Target> known = whole.get(folded);
    return known == null ? first.getOrDefault(folded, Set.of()) : known;
  }
}
