package org.caucus.coalition.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Who may read one thing. Exactly one per item and per entry, never null. Its wire form, in the
 * API, the log and mail headers alike, is the name: {@code EVERYONE}, {@code CIVIL_SOCIETY}, {@code
 * WITH_COMPANY(slug)}, {@code COMPANY_ONLY(slug)}, {@code ORGANISATION_ONLY(slug)}, {@code
 * BETWEEN(organisation,company)}, {@code NAMED(seat,seat)}.
 */
public sealed interface Audience {
  /** Most seats a NAMED audience can name. */
  int MAX_NAMED_SEATS = 100;

  /** The wire form. */
  @JsonValue
  String wire();

  /** Every active seat. */
  record Everyone() implements Audience {
    @Override
    public String wire() {
      return "EVERYONE";
    }
  }

  /** The seats of civil-society organisations. */
  record CivilSociety() implements Audience {
    @Override
    public String wire() {
      return "CIVIL_SOCIETY";
    }
  }

  /** Civil society and one company. */
  record WithCompany(String company) implements Audience {
    @Override
    public String wire() {
      return "WITH_COMPANY(" + company + ")";
    }
  }

  /** One company alone. */
  record CompanyOnly(String company) implements Audience {
    @Override
    public String wire() {
      return "COMPANY_ONLY(" + company + ")";
    }
  }

  /** One civil-society organisation alone: an office's own drafts. */
  record OrganisationOnly(String organisation) implements Audience {
    @Override
    public String wire() {
      return "ORGANISATION_ONLY(" + organisation + ")";
    }
  }

  /** One civil-society organisation and one company. */
  record Between(String organisation, String company) implements Audience {
    @Override
    public String wire() {
      return "BETWEEN(" + organisation + "," + company + ")";
    }
  }

  /** Exactly these seats, in a fixed order so that equal sets are equal words. */
  record Named(SortedSet<String> seats) implements Audience {
    /** A copy that nobody else can change. */
    public Named {
      seats = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(seats));
    }

    @Override
    public String wire() {
      return "NAMED(" + String.join(",", seats) + ")";
    }

    /** Whether this seat is one of them. */
    public boolean names(SeatId seat) {
      return seats.contains(seat.value());
    }
  }

  /** Every active seat. */
  static Audience everyone() {
    return Wire.EVERYONE;
  }

  /** The civil-society side. */
  static Audience civilSociety() {
    return Wire.CIVIL_SOCIETY;
  }

  /** Civil society and this company. */
  static Audience withCompany(String company) {
    return new WithCompany(company);
  }

  /** This company alone. */
  static Audience companyOnly(String company) {
    return new CompanyOnly(company);
  }

  /** This civil-society organisation alone. */
  static Audience organisationOnly(String organisation) {
    return new OrganisationOnly(organisation);
  }

  /** This civil-society organisation and this company. */
  static Audience between(String organisation, String company) {
    return new Between(organisation, company);
  }

  /** These seats. */
  static Audience named(Collection<SeatId> seats) {
    return new Named(
        seats.stream().map(SeatId::value).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Reads the wire form.
   *
   * @throws Refusal naming the field {@code audience}
   */
  @JsonCreator
  static Audience parse(String wire) {
    Matcher form = Wire.FORM.matcher(wire);
    if (!form.matches()) {
      throw Refusal.invalid("audience", Wire.ALLOWED);
    }
    String argument = form.group(2);
    if (argument != null && argument.isEmpty()) {
      return nobody(form.group(1));
    }
    return switch (form.group(1) + (argument == null ? "" : "()")) {
      case "EVERYONE" -> everyone();
      case "CIVIL_SOCIETY" -> civilSociety();
      case "WITH_COMPANY()" -> withCompany(argument);
      case "COMPANY_ONLY()" -> companyOnly(argument);
      case "ORGANISATION_ONLY()" -> organisationOnly(argument);
      case "BETWEEN()" -> betweenFrom(argument);
      case "NAMED()" -> namedFrom(argument);
      default -> throw Refusal.invalid("audience", Wire.ALLOWED);
    };
  }

  /** Whom two audiences have in common may be nobody; where that is written down it is read. */
  private static Audience nobody(String form) {
    if (!form.equals("NAMED")) {
      throw Refusal.invalid("audience", Wire.ALLOWED);
    }
    return named(List.of());
  }

  private static Audience betweenFrom(String argument) {
    String[] both = argument.split(",", -1);
    if (both.length != 2 || both[0].isEmpty() || both[1].isEmpty()) {
      throw Refusal.invalid("audience", Wire.ALLOWED);
    }
    return between(both[0], both[1]);
  }

  private static Audience namedFrom(String argument) {
    TreeSet<String> seats = new TreeSet<>(Arrays.asList(argument.split(",")));
    if (seats.size() > MAX_NAMED_SEATS) {
      throw Refusal.invalid(
          "audience", Message.of("a-named-audience-has-at-most", "limit", MAX_NAMED_SEATS));
    }
    return new Named(seats);
  }

  /** The grammar of the wire form. */
  final class Wire {
    private static final Pattern FORM = Pattern.compile("([A-Z_]+)(?:\\(([a-z0-9,-]*)\\))?");
    private static final Message ALLOWED = Message.of("the-audience-must-be-everyone-civilsociety");

    /** One for all: each entry has one. */
    private static final Everyone EVERYONE = new Everyone();

    private static final CivilSociety CIVIL_SOCIETY = new CivilSociety();

    private Wire() {}
  }
}
