package org.caucus.messaging.inbound.pipeline.audience;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.Organisation;
import org.caucus.mail.reply.VisibleLine;

/** Audiences as our letters and tables call them, in every language that is spoken here. */
final class SpokenAudience {
  /** What people write besides. */
  private static final Set<String> ALL =
      Set.of("tous", "toutes", "toute la coalition", "all", "all members", "الكل", "كل الاعضاء");

  private static final List<String> WITH = List.of("avec ", "with ", "مع ");
  private static final List<String> ONLY = List.of("seulement ", "uniquement ", "only ", "فقط ");

  private SpokenAudience() {}

  /** The audience that is called so; empty if none is. */
  static Optional<Audience> of(
      String wish, List<Organisation> companies, List<Organisation> organisations) {
    String said = VisibleLine.bare(wish);
    if (ALL.contains(said) || isCalled(said, Audience.everyone(), "")) {
      return Optional.of(Audience.everyone());
    }
    if (isCalled(said, Audience.civilSociety(), "")) {
      return Optional.of(Audience.civilSociety());
    }
    return company(said, companies, Audience::withCompany, WITH)
        .or(() -> company(said, companies, Audience::companyOnly, ONLY))
        .or(() -> company(said, organisations, Audience::organisationOnly, ONLY))
        .or(() -> between(said, organisations, companies));
  }

  private static Optional<Audience> between(
      String said, List<Organisation> organisations, List<Organisation> companies) {
    for (Organisation organisation : organisations) {
      for (Organisation company : companies) {
        Audience both = Audience.between(organisation.slug(), company.slug());
        boolean is =
            AudienceNames.read(
                    both,
                    slug -> slug.equals(company.slug()) ? company.name() : organisation.name())
                .map(VisibleLine::bare)
                .anyMatch(said::equals);
        if (is) {
          return Optional.of(both);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Audience> company(
      String said,
      List<Organisation> companies,
      Function<String, Audience> kind,
      List<String> beginnings) {
    for (Organisation company : companies) {
      for (String name : List.of(company.name(), company.slug())) {
        String bare = VisibleLine.bare(name);
        boolean is =
            isCalled(said, kind.apply(company.slug()), name)
                || beginnings.stream().anyMatch(b -> said.equals(b + bare));
        if (is) {
          return Optional.of(kind.apply(company.slug()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(String said, Audience audience, String company) {
    return AudienceNames.read(audience, slug -> company)
        .map(VisibleLine::bare)
        .anyMatch(said::equals);
  }
}
