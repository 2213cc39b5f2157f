package org.caucus.messaging.inbound.pipeline.audience;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Audiences as our letters and tables call them, in every language that is spoken here. */
final class SpokenAudience {
  private static final List<MessageCatalogue> CATALOGUES =
      List.of(MessageCatalogue.of("notices"), MessageCatalogue.of("feeds"));

  private static final MessageCatalogue TABLES = MessageCatalogue.of("tables");

  /** What people write besides. */
  private static final Set<String> ALL =
      Set.of("tous", "toutes", "toute la coalition", "all", "all members", "الكل", "كل الاعضاء");

  private static final List<String> WITH = List.of("avec ", "with ", "مع ");
  private static final List<String> ONLY = List.of("seulement ", "uniquement ", "only ", "فقط ");

  private SpokenAudience() {}

  /** The audience that is called so; empty if none is. */
  static Optional<Audience> of(String wish, List<Organisation> companies) {
    String said = VisibleLine.bare(wish);
    if (ALL.contains(said) || words("everyone", Map.of()).anyMatch(said::equals)) {
      return Optional.of(Audience.everyone());
    }
    if (words("civil-society", Map.of()).anyMatch(said::equals)) {
      return Optional.of(Audience.civilSociety());
    }
    return company(said, companies, "with-company", WITH)
        .map(Audience::withCompany)
        .or(() -> company(said, companies, "company-only", ONLY).map(Audience::companyOnly));
  }

  private static Optional<String> company(
      String said, List<Organisation> companies, String key, List<String> beginnings) {
    for (Organisation company : companies) {
      for (String name : List.of(company.name(), company.slug())) {
        String bare = VisibleLine.bare(name);
        boolean is =
            words(key, Map.of("company", name)).anyMatch(said::equals)
                || beginnings.stream().anyMatch(b -> said.equals(b + bare));
        if (is) {
          return Optional.of(company.slug());
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<String> words(String key, Map<String, ?> values) {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Stream.concat(
                    CATALOGUES.stream().map(c -> c.say(language, key, values)),
                    Stream.of(TABLES.say(language, "audience." + key, values))))
        .map(VisibleLine::bare);
  }
}
