package org.caucus.postmaster.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.command.Refused;
import org.caucus.hints.Nearest;
import org.caucus.members.Audience;
import org.caucus.members.Organisation;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.members.Side;
import org.caucus.workspace.Workspace;

/** How an audience is asked for in a letter. Everyone here can see which companies are. */
public record AudienceWords(Workspace workspace) {
  private static final String EVERYONE = "everyone";
  private static final String CIVIL = "civil society";
  private static final String WITH = "with ";
  private static final String ONLY = "only ";

  /** What the words mean; empty if they mean nothing. */
  public Optional<Audience> read(String wish) {
    String words = wish.toLowerCase(Locale.ROOT);
    if (words.equals(EVERYONE)) {
      return Optional.of(Audience.everyone());
    }
    if (words.equals(CIVIL)) {
      return Optional.of(Audience.civilSociety());
    }
    if (words.startsWith(WITH)) {
      return company(words.substring(WITH.length())).map(Audience::withCompany);
    }
    if (words.startsWith(ONLY)) {
      return company(words.substring(ONLY.length())).map(Audience::companyOnly);
    }
    try {
      return Optional.of(Audience.parse(wish));
    } catch (Refused no) {
      return Optional.empty();
    }
  }

  /** By its name or its short name. */
  private Optional<String> company(String name) {
    return companies().stream()
        .filter(o -> o.slug().equals(name.strip()) || o.name().equalsIgnoreCase(name.strip()))
        .map(Organisation::slug)
        .findFirst();
  }

  private List<Organisation> companies() {
    return workspace.members().parties().stream().filter(o -> o.side() == Side.COMPANY).toList();
  }

  /** The words that mean it. */
  public String say(Audience audience) {
    return switch (audience) {
      case Audience.Everyone a -> EVERYONE;
      case Audience.CivilSociety a -> CIVIL;
      case Audience.WithCompany a -> WITH + a.company();
      case Audience.CompanyOnly a -> ONLY + a.company();
      case Audience.Named a -> audience.wire();
    };
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

  /** The words nearest to a wish that may be had, or else the fewest readers that may. */
  public Optional<String> put(String wish, Predicate<Audience> isPossible) {
    Map<String, Audience> possible = new LinkedHashMap<>();
    possible.put(CIVIL, Audience.civilSociety());
    for (Organisation company : companies()) {
      for (String name : List.of(company.name(), company.slug())) {
        possible.put(ONLY + name, Audience.companyOnly(company.slug()));
        possible.put(WITH + name, Audience.withCompany(company.slug()));
      }
    }
    possible.put(EVERYONE, Audience.everyone());
    possible.values().removeIf(isPossible.negate());
    return Nearest.of(wish, possible.keySet()).or(() -> possible.keySet().stream().findFirst());
  }

  /** Whether this seat may have it there. */
  public boolean isOpen(Audience audience, Seat seat, Scope place) {
    try {
      return workspace.access().choose(seat.id(), place, audience).equals(audience);
    } catch (Refused no) {
      return false;
    }
  }
}
