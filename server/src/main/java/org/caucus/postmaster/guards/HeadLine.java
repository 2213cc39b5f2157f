package org.caucus.postmaster.guards;

import java.util.Locale;
import java.util.Optional;
import org.caucus.actions.asked.ActionLines;
import org.caucus.command.Refused;
import org.caucus.issues.asked.AskedLines;
import org.caucus.members.Audience;
import org.caucus.members.Organisation;
import org.caucus.members.Side;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Destination;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.updates.asked.UpdateLines;
import org.caucus.workspace.Workspace;

/**
 * Reads what a letter asks for in its first line: {@code Audience: civil society}. Words that are
 * not understood end its way: to post it to everyone because of a misspelling is what it asked not
 * to happen.
 */
public record HeadLine() implements Step {
  private static final String AUDIENCE = "audience:";
  private static final String WITH = "with ";
  private static final String ONLY = "only ";

  /** Most characters of a first line that asks for something. */
  private static final int MAX_CHARS = 4_100;

  @Override
  public Next take(Arrival arrival) {
    String whole = arrival.text().stripLeading();
    int start = start(arrival, whole);
    String text = whole.substring(start);
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (!line.regionMatches(true, 0, AUDIENCE, 0, AUDIENCE.length())) {
      return Step.on(arrival);
    }
    String wish = line.substring(AUDIENCE.length()).strip();
    Optional<Audience> audience =
        line.length() > MAX_CHARS ? Optional.empty() : audience(arrival.workspace(), wish);
    String after = end < 0 ? "" : text.substring(end + 1);
    String rest = (whole.substring(0, start) + after).stripLeading();
    return audience
        .map(a -> Step.on(arrival.narrowed(a, rest)))
        .orElse(Step.refuse(Words.UNKNOWN_AUDIENCE));
  }

  /** Whether a line of this key is one of those that are read at the head of such a letter. */
  private static boolean isKey(Destination to, String key) {
    return switch (to.thing().kind()) {
      case WORKSPACE -> AddressPlan.isActions(to.detail()) && ActionLines.isKey(key);
      case TRACKER -> AskedLines.isKey(key);
      case ORGANISATION -> UpdateLines.isKey(key);
      default -> false;
    };
  }

  /**
   * Where the line is: at a tracker, a company or the agenda, other lines that ask for something
   * may stand before it.
   */
  private static int start(Arrival arrival, String text) {
    int at = 0;
    for (int i = 0; i < AskedLines.MAX_LINES; i++) {
      int end = text.indexOf('\n', at);
      int colon = text.indexOf(':', at);
      if (end < 0
          || colon < 0
          || colon > end
          || !isKey(arrival.to(), text.substring(at, colon).strip())) {
        break;
      }
      at = end + 1;
    }
    return at;
  }

  private static Optional<Audience> audience(Workspace w, String wish) {
    String words = wish.toLowerCase(Locale.ROOT);
    if (words.equals("everyone")) {
      return Optional.of(Audience.everyone());
    }
    if (words.equals("civil society")) {
      return Optional.of(Audience.civilSociety());
    }
    if (words.startsWith(WITH)) {
      return company(w, words.substring(WITH.length())).map(Audience::withCompany);
    }
    if (words.startsWith(ONLY)) {
      return company(w, words.substring(ONLY.length())).map(Audience::companyOnly);
    }
    try {
      return Optional.of(Audience.parse(wish));
    } catch (Refused no) {
      return Optional.empty();
    }
  }

  /** By its name or its short name; everyone here can see which companies are. */
  private static Optional<String> company(Workspace w, String name) {
    return w.members().parties().stream()
        .filter(o -> o.side() == Side.COMPANY)
        .filter(o -> o.slug().equals(name.strip()) || o.name().equalsIgnoreCase(name.strip()))
        .map(Organisation::slug)
        .findFirst();
  }
}
