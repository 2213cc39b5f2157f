package org.caucus.coalition.trackers.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/**
 * What a cell calls an audience: in English the words of the API, else those that people say, with
 * the names of companies and people. It is read in every language, no matter who wrote it.
 */
record AudienceCells(Members members) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("tables");

  /** Marks around a name within Arabic words, which a spreadsheet may keep or not. */
  private static final String ISOLATES = "[\u2066-\u2069]";

  /** In the words of a language. */
  String say(Audience audience, Language language) {
    return language == Language.ENGLISH ? audience.wire() : words(audience, language);
  }

  private String words(Audience audience, Language language) {
    return audience instanceof Audience.Named named
        ? named(language) + " " + names(named)
        : AudienceNames.say(language, audience, this::called);
  }

  /** As a letter says it. */
  private Stream<String> plainly(Audience audience) {
    return switch (audience) {
      case Audience.CivilSociety a -> Stream.of("civil society");
      case Audience.WithCompany a ->
          Stream.of("with " + a.company(), "WITH_COMPANY(" + called(a.company()) + ")");
      case Audience.CompanyOnly a ->
          Stream.of("only " + a.company(), "COMPANY_ONLY(" + called(a.company()) + ")");
      case Audience.OrganisationOnly a ->
          Stream.of(
              "only " + a.organisation(), "ORGANISATION_ONLY(" + called(a.organisation()) + ")");
      case Audience.Between a ->
          Stream.of(
              "between " + a.organisation() + " and " + a.company(),
              "BETWEEN(" + called(a.organisation()) + "," + called(a.company()) + ")");
      case Audience.Everyone a -> Stream.of();
      case Audience.Named a -> Stream.of();
    };
  }

  /** By its name, unless another is called so too. */
  private String called(String slug) {
    String name = members.called(slug);
    Predicate<Organisation> alike = o -> o.name().equalsIgnoreCase(name);
    return members.parties().stream().filter(alike).count() == 1 ? name : slug;
  }

  private Stream<String> companies() {
    return of(Side.COMPANY);
  }

  private Stream<String> organisations() {
    return of(Side.CIVIL_SOCIETY);
  }

  private Stream<String> of(Side side) {
    return members.parties().stream().filter(o -> o.side() == side).map(Organisation::slug);
  }

  private static String named(Language language) {
    return PHRASES.say(language, "audience.named");
  }

  private String names(Audience.Named audience) {
    SeatNames names = new SeatNames(members);
    return audience.seats().stream()
        .map(seat -> names.of(new SeatId(seat)))
        .collect(Collectors.joining(SeatNames.BETWEEN + " "));
  }

  /**
   * What is meant.
   *
   * @throws Refusal naming the field {@code audience}
   */
  Audience read(String cell) {
    String said = cell.replaceAll(ISOLATES, "").strip();
    return Arrays.stream(Language.values())
        .map(AudienceCells::named)
        .filter(named -> said.regionMatches(true, 0, named, 0, named.length()))
        .findFirst()
        .map(named -> among(said.substring(named.length())))
        .or(() -> possible().filter(one -> isCalled(one, said)).findFirst())
        .orElseGet(() -> Audience.parse(said));
  }

  private boolean isCalled(Audience audience, String said) {
    return Stream.concat(AudienceNames.read(audience, this::called), plainly(audience))
        .map(name -> name.replaceAll(ISOLATES, ""))
        .anyMatch(said::equalsIgnoreCase);
  }

  private Stream<Audience> possible() {
    return Stream.of(
            Stream.of(Audience.everyone(), Audience.civilSociety()),
            companies().flatMap(c -> Stream.of(Audience.withCompany(c), Audience.companyOnly(c))),
            organisations().map(Audience::organisationOnly),
            organisations().flatMap(o -> companies().map(c -> Audience.between(o, c))))
        .flatMap(some -> some);
  }

  private Audience among(String names) {
    List<String> parts = RowImporter.parts(names, SeatNames.BETWEEN);
    if (parts.size() > Audience.MAX_NAMED_SEATS) {
      throw Refusal.invalid(
          "audience",
          Message.of("a-named-audience-has-at-most", "limit", Audience.MAX_NAMED_SEATS));
    }
    List<SeatId> seats = new ArrayList<>();
    for (String name : parts) {
      seats.add(RowImporter.one("audience", name, new SeatNames(members)));
    }
    return Audience.named(seats);
  }
}
