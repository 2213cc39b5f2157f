package org.caucus.views.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.updates.Update;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/** Everything that feeds say themselves; the sentences are in {@code words/feeds.*}. */
public record FeedMessages(Language language) {
  /** To programs, and to the person who chose no language. */
  public static final FeedMessages ENGLISH = new FeedMessages(Language.ENGLISH);

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("feeds");

  /** A sentence without values. */
  public String say(String key) {
    return PHRASES.say(language, key);
  }

  /** A sentence with its values, such as a name, a place or a link. */
  public String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  /** The title of a feed of updates, of one company or all. */
  String updates(String workspace, @Nullable String company) {
    return company == null
        ? say("updates", Map.of("workspace", workspace))
        : say("updates-of", Map.of("company", company, "workspace", workspace));
  }

  /** Under which terms an update was said, what it is and how far. */
  String terms(Update.Attribution attribution, Update.Kind kind, Update.Stage stage) {
    return say(
        "update.terms",
        Map.of(
            "attribution", EnumNames.say(language, attribution),
            "kind", EnumNames.within(language, kind),
            "stage", EnumNames.within(language, stage)));
  }

  /** What an action is and how far. */
  public String action(Action.Kind kind, Action.State state) {
    return say(
        "action.terms",
        Map.of(
            "kind", EnumNames.within(language, kind),
            "state", EnumNames.within(language, state)));
  }

  /** Several, one after the other. */
  public String list(List<String> items) {
    return LocalFormats.list(language, items);
  }

  /** An hour, by the clock that all places share. */
  public String time(Instant at) {
    return LocalFormats.dayAndTime(language, at.atZone(ZoneOffset.UTC));
  }

  /** A day. */
  public String day(LocalDate day) {
    return LocalFormats.day(language, day);
  }

  /** Who reads it, and how many people that is. */
  public String readBy(Members members, Audience audience, int readers) {
    return say(
        "read-by",
        Map.of("audience", AudienceNames.say(language, members, audience), "readers", readers));
  }

  /** What a constant is called by itself. */
  public String name(Enum<?> constant) {
    return EnumNames.say(language, constant);
  }

  /** What it is called within a sentence. */
  public String within(Enum<?> constant) {
    return EnumNames.within(language, constant);
  }
}
