package org.caucus.platform.i18n;

import java.util.Optional;

/**
 * Why something was not done. It is decided, and kept in the log, in English, and told to each in
 * their language. A test holds that no sentence is decided that is in no catalogue.
 */
public final class ReasonTranslator {
  private static final MessageCatalogue REFUSALS = MessageCatalogue.of("refusals");
  private static final MessageCatalogue REASONS = MessageCatalogue.of("reasons");

  private ReasonTranslator() {}

  /**
   * The part of a reason that is the same for everybody: the rule, without names or words that
   * somebody wrote. Empty if none of it is.
   */
  public static Optional<String> ofNobody(String english) {
    return REASONS.beginning(english).or(() -> REFUSALS.withoutValues(english));
  }

  /** Why a request, an order or a row of a table was refused. */
  public static String refused(Language language, String english) {
    return REFUSALS.rendered(language, english);
  }

  /**
   * Why a letter waits or was not posted, alone or with the rule behind it that it broke. Lines of
   * the letter itself stay as they are.
   */
  public static String reason(Language language, String english) {
    return language == Language.ENGLISH
        ? english
        : REASONS.translated(language, english, rest -> refused(language, rest));
  }
}
