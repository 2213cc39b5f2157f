package org.caucus.coalition.access;

import java.util.List;

/**
 * An audience that names no seats, as the part of each side that is in it. What two have in common
 * is, side by side, the narrower part; so every two of them have an audience in common.
 *
 * @param civil the civil-society organisations in it
 * @param companies the companies in it
 */
record AudienceParts(Part civil, Part companies) {
  /** All of one side, now and later; one of it; or none. */
  private sealed interface Part {
    record All() implements Part {}

    record One(String slug) implements Part {}

    record None() implements Part {}

    Part ALL = new All();
    Part NONE = new None();

    default boolean isWithin(Part outer) {
      return outer instanceof All || this instanceof None || equals(outer);
    }

    default Part and(Part other) {
      return isWithin(other) ? this : other.isWithin(this) ? other : NONE;
    }
  }

  static AudienceParts of(Audience audience) {
    return switch (audience) {
      case Audience.Everyone e -> new AudienceParts(Part.ALL, Part.ALL);
      case Audience.CivilSociety c -> new AudienceParts(Part.ALL, Part.NONE);
      case Audience.WithCompany w -> new AudienceParts(Part.ALL, new Part.One(w.company()));
      case Audience.CompanyOnly c -> new AudienceParts(Part.NONE, new Part.One(c.company()));
      case Audience.OrganisationOnly o ->
          new AudienceParts(new Part.One(o.organisation()), Part.NONE);
      case Audience.Between b ->
          new AudienceParts(new Part.One(b.organisation()), new Part.One(b.company()));
      case Audience.Named n ->
          throw new IllegalArgumentException("an audience of named seats has no parts");
    };
  }

  boolean areWithin(AudienceParts outer) {
    return civil.isWithin(outer.civil) && companies.isWithin(outer.companies);
  }

  AudienceParts and(AudienceParts other) {
    return new AudienceParts(civil.and(other.civil), companies.and(other.companies));
  }

  /** The audience with these parts. */
  Audience audience() {
    return switch (civil) {
      case Part.All all ->
          switch (companies) {
            case Part.All both -> Audience.everyone();
            case Part.One company -> Audience.withCompany(company.slug());
            case Part.None none -> Audience.civilSociety();
          };
      case Part.One organisation ->
          switch (companies) {
            case Part.All never ->
                throw new IllegalStateException(
                    "no audience has one organisation and all companies");
            case Part.One company -> Audience.between(organisation.slug(), company.slug());
            case Part.None none -> Audience.organisationOnly(organisation.slug());
          };
      case Part.None none ->
          switch (companies) {
            case Part.All never ->
                throw new IllegalStateException("no audience has all companies alone");
            case Part.One company -> Audience.companyOnly(company.slug());
            case Part.None nobody -> Audience.named(List.of());
          };
    };
  }
}
