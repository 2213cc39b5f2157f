package org.caucus.coalition.access;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** What audiences are called, in each language; the words are in {@code words/enums.*}. */
public final class AudienceNames {
  private static final String COMPANY = "company";
  private static final String ORGANISATION = "organisation";

  private AudienceNames() {}

  /** With the name of its company, if it has one. */
  public static String say(Language language, Members members, Audience audience) {
    return say(language, audience, members::called);
  }

  /**
   * The same.
   *
   * @param company what a company, or an organisation, is called, by its short name
   */
  public static String say(Language language, Audience audience, UnaryOperator<String> company) {
    return say(EnumNames.NAMES, language, audience, company);
  }

  /** All that is read as this audience, in every language; nothing of one that names people. */
  public static Stream<String> read(Audience audience, UnaryOperator<String> company) {
    return audience instanceof Audience.Named
        ? Stream.of()
        : Stream.of(EnumNames.NAMES, EnumNames.VARIANTS)
            .flatMap(
                names ->
                    Stream.of(Language.values())
                        .map(language -> say(names, language, audience, company)));
  }

  private static String say(
      MessageCatalogue names, Language language, Audience audience, UnaryOperator<String> company) {
    return switch (audience) {
      case Audience.Everyone a -> names.say(language, "Audience.everyone");
      case Audience.CivilSociety a -> names.say(language, "Audience.civil-society");
      case Audience.WithCompany a ->
          names.say(language, "Audience.with-company", Map.of(COMPANY, company.apply(a.company())));
      case Audience.CompanyOnly a ->
          names.say(language, "Audience.company-only", Map.of(COMPANY, company.apply(a.company())));
      case Audience.OrganisationOnly a ->
          names.say(
              language,
              "Audience.organisation-only",
              Map.of(ORGANISATION, company.apply(a.organisation())));
      case Audience.Between a ->
          names.say(
              language,
              "Audience.between",
              Map.of(
                  ORGANISATION,
                  company.apply(a.organisation()),
                  COMPANY,
                  company.apply(a.company())));
      case Audience.Named a -> names.say(language, "Audience.named");
    };
  }
}
