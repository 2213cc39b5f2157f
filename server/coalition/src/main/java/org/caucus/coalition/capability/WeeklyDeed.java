package org.caucus.coalition.capability;

import java.util.HashMap;
import java.util.Map;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * What the weekly summary says of an event.
 *
 * @param thing with which it was done; a summary has a line for each
 * @param phrase a sentence that says what was done
 * @param opens whether it begins the thing: what was said with it is not counted besides
 * @param company of which it is, no matter who wrote it; null if it is of the organisation of its
 *     author
 */
public record WeeklyDeed(Ref thing, Phrase phrase, boolean opens, @Nullable String company) {
  private static final MessageCatalogue WEEKLY = MessageCatalogue.of("weekly");

  /**
   * A sentence of a catalogue, by its key: of an organisation {@code actor} and a thing {@code
   * item}, and how often, {@code n}. Under the same key and {@code .unnamed} it is told of nobody.
   */
  public record Phrase(MessageCatalogue catalogue, String key) {
    private static final String UNNAMED = ".unnamed";

    /**
     * What was done, in a sentence.
     *
     * @param actor the name of an organisation; null where Caucus did it
     */
    public String told(Language language, @Nullable String actor, String item, int times) {
      Map<String, Object> values = Map.of("item", item, "n", times);
      if (actor == null) {
        return catalogue.say(language, key + UNNAMED, values);
      }
      Map<String, Object> named = new HashMap<>(values);
      named.put("actor", actor);
      return catalogue.say(language, key, named);
    }
  }

  /** Something done with a thing, in words of the catalogue of weekly summaries. */
  public static WeeklyDeed of(Ref thing, String key) {
    return of(thing, WEEKLY, key);
  }

  /** The same in words of a catalogue of its own. */
  public static WeeklyDeed of(Ref thing, MessageCatalogue catalogue, String key) {
    return new WeeklyDeed(thing, new Phrase(catalogue, key), false, null);
  }

  /** The same, which begins the thing. */
  public WeeklyDeed opening() {
    return new WeeklyDeed(thing, phrase, true, company);
  }

  /** The same, of a company, which those read too who want to hear of companies alone. */
  public WeeklyDeed ofCompany(@Nullable String slug) {
    return new WeeklyDeed(thing, phrase, opens, slug);
  }
}
