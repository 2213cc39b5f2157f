package org.caucus.messaging.inbound.pipeline.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.reply.TypographyNormalizer;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * How an audience is asked for in a letter: by its word, or by the names of people, among whom its
 * author always is. Everyone here can see which companies are.
 *
 * @param people who can be named, and by whom; null to a stranger, who names nobody
 */
public record AudienceWords(Workspace workspace, @Nullable NamedPeople people) {
  /** Those that this seat can write where some can read. */
  public static AudienceWords of(Workspace workspace, @Nullable Seat writer, Scope place) {
    return new AudienceWords(
        workspace,
        writer == null ? null : new NamedPeople(writer, workspace.access().readers(place)));
  }

  /** What the words mean; empty if they mean nothing. */
  public Optional<Audience> read(String wish) {
    return asWritten(wish).or(() -> asWritten(TypographyNormalizer.plainly(wish)));
  }

  private Optional<Audience> asWritten(String wish) {
    String words = wish.toLowerCase(Locale.ROOT);
    if (words.equals(NamedPeople.EVERYONE)) {
      return Optional.of(Audience.everyone());
    }
    if (words.equals(NamedPeople.CIVIL)) {
      return Optional.of(Audience.civilSociety());
    }
    if (words.startsWith(NamedPeople.WITH)) {
      return company(words.substring(NamedPeople.WITH.length())).map(Audience::withCompany);
    }
    if (words.startsWith(NamedPeople.ONLY)) {
      String name = words.substring(NamedPeople.ONLY.length());
      return company(name)
          .map(Audience::companyOnly)
          .or(() -> organisation(name).map(Audience::organisationOnly));
    }
    if (words.startsWith(NamedPeople.BETWEEN)) {
      return between(words.substring(NamedPeople.BETWEEN.length()));
    }
    try {
      return Optional.of(Audience.parse(wish));
    } catch (Refusal no) {
      return named(wish).or(() -> SpokenAudience.of(wish, companies(), organisations()));
    }
  }

  /** Those who are named, and the person who names them. */
  private Optional<Audience> named(String names) {
    if (people == null || names.isBlank()) {
      return Optional.empty();
    }
    try {
      Set<SeatId> all = new LinkedHashSet<>(people.all(names));
      boolean some = !all.isEmpty() && all.size() < Audience.MAX_NAMED_SEATS;
      all.add(people.me().id());
      return Optional.of(Audience.named(all)).filter(named -> some);
    } catch (Refusal no) {
      return Optional.empty();
    }
  }

  /** The two in either order; a name may have the word between them in itself. */
  private Optional<Audience> between(String names) {
    for (int at = names.indexOf(NamedPeople.AND);
        at >= 0;
        at = names.indexOf(NamedPeople.AND, at + 1)) {
      String one = names.substring(0, at);
      String other = names.substring(at + NamedPeople.AND.length());
      Optional<Audience> both = pair(one, other).or(() -> pair(other, one));
      if (both.isPresent()) {
        return both;
      }
    }
    return Optional.empty();
  }

  private Optional<Audience> pair(String organisation, String company) {
    return organisation(organisation)
        .flatMap(o -> company(company).map(c -> Audience.between(o, c)));
  }

  private Optional<String> company(String name) {
    return called(name, companies());
  }

  private Optional<String> organisation(String name) {
    return called(name, organisations());
  }

  /** By its name or its short name. */
  private static Optional<String> called(String name, List<Organisation> all) {
    return all.stream()
        .filter(o -> o.slug().equals(name.strip()) || o.name().equalsIgnoreCase(name.strip()))
        .map(Organisation::slug)
        .findFirst();
  }

  private List<Organisation> companies() {
    return of(Side.COMPANY);
  }

  private List<Organisation> organisations() {
    return of(Side.CIVIL_SOCIETY);
  }

  private List<Organisation> of(Side side) {
    return workspace.members().parties().stream().filter(o -> o.side() == side).toList();
  }

  /** The words that mean it. */
  public String say(Audience audience) {
    return NamedPeople.words(audience).or(() -> names(audience)).orElseGet(audience::wire);
  }

  /** Others by their names; anyone who writes is one of them without being named. */
  private Optional<String> names(Audience audience) {
    if (people == null || !(audience instanceof Audience.Named named)) {
      return Optional.empty();
    }
    List<SeatId> all = named.seats().stream().map(SeatId::new).toList();
    List<SeatId> others = all.stream().filter(id -> !id.equals(people.me().id())).toList();
    return people.say(others.isEmpty() ? all : others);
  }

  /** The words for an audience, if this seat may have it there; else those nearest to it. */
  public Optional<String> possible(Audience wish, Seat seat, Scope place) {
    return isOpen(wish, seat, place) ? Optional.of(say(wish)) : put(say(wish), seat, place);
  }

  /**
   * The words nearest to a wish that this seat may have there, or else the fewest readers that it
   * may ask for.
   */
  public Optional<String> put(String wish, Seat seat, Scope place) {
    return put(wish, audience -> isOpen(audience, seat, place));
  }

  /** Whether words are those of some readers, or a slip from them. */
  public boolean isMeant(String wish) {
    String bare = TypographyNormalizer.plainly(wish);
    List<String> all = new ArrayList<>(List.of(NamedPeople.CIVIL, NamedPeople.EVERYONE));
    for (Organisation company : companies()) {
      Stream.of(company.name(), company.slug())
          .forEach(name -> all.addAll(List.of(NamedPeople.ONLY + name, NamedPeople.WITH + name)));
    }
    for (Organisation organisation : organisations()) {
      Stream.of(organisation.name(), organisation.slug())
          .forEach(name -> all.add(NamedPeople.ONLY + name));
    }
    return read(bare).isPresent() || FuzzyMatch.slip(bare, all).isPresent();
  }

  /** The words nearest to a wish that may be had, or else the fewest readers that may. */
  public Optional<String> put(String wish, Predicate<Audience> isPossible) {
    Map<String, Audience> possible = new LinkedHashMap<>();
    possible.put(NamedPeople.CIVIL, Audience.civilSociety());
    for (Organisation company : companies()) {
      for (String name : List.of(company.name(), company.slug())) {
        possible.put(NamedPeople.ONLY + name, Audience.companyOnly(company.slug()));
        possible.put(NamedPeople.WITH + name, Audience.withCompany(company.slug()));
      }
    }
    possible.put(NamedPeople.EVERYONE, Audience.everyone());
    possible.values().removeIf(isPossible.negate());
    Optional<String> meant =
        meant(wish).filter(names -> read(names).filter(isPossible).isPresent());
    return namesSome(wish) && meant.isPresent()
        ? meant
        : FuzzyMatch.of(wish, possible.keySet())
            .or(() -> meant)
            .or(() -> possible.keySet().stream().findFirst());
  }

  /** Whether somebody is named in it, and none of the words for all of a side. */
  private boolean namesSome(String wish) {
    NamedPeople all = people;
    return all != null && Stream.of(wish.split(",")).map(String::strip).anyMatch(all::isKnown);
  }

  /**
   * The people that may have been meant. Where nobody has a name like these, the writer alone if
   * several were named: all of a side would be more than anybody asked for.
   */
  private Optional<String> meant(String wish) {
    if (people == null || wish.isBlank()) {
      return Optional.empty();
    }
    String names = people.meant(wish);
    boolean one = wish.indexOf(',') < 0;
    return Optional.of(names).filter(n -> !one || people.isAnother(n));
  }

  /** Whether this seat may have it there. */
  public boolean isOpen(Audience audience, Seat seat, Scope place) {
    try {
      return workspace.access().choose(seat.id(), place, audience).equals(audience);
    } catch (Refusal no) {
      return false;
    }
  }
}
