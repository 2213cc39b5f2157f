package org.caucus.coalition.capability;

import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * What the weekly summary says of an event.
 *
 * @param thing with which it was done; a summary has a line for each
 * @param phrase what was done, in a word or two
 * @param opens whether it begins the thing: what was said with it is not counted besides
 * @param company of which it is, no matter who wrote it; null if it is of the organisation of its
 *     author
 */
public record WeeklyDeed(Ref thing, Phrase phrase, boolean opens, @Nullable String company) {
  private static final MessageCatalogue WEEKLY = MessageCatalogue.of("weekly");

  /** A sentence of a catalogue, by its key. */
  public record Phrase(MessageCatalogue catalogue, String key) {}

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
